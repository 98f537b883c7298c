package backstep.experiment;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Which columns of a table are targets: by their names, or how many of the last ones. */
@JsonDeserialize(using = TargetsDocument.Reader.class)
public sealed interface TargetsDocument {

    /** The names of the columns. */
    record Names(@JsonValue List<String> names) implements TargetsDocument {}

    /** How many of the last columns. */
    record Last(@JsonValue int count) implements TargetsDocument {}

    /** Reads an array as names and a number as how many. */
    final class Reader extends StdDeserializer<TargetsDocument> {

        Reader() {
            super(TargetsDocument.class);
        }

        @Override
        public TargetsDocument deserialize(JsonParser parser, DeserializationContext context) {
            return parser.currentToken() == JsonToken.START_ARRAY
                    ? new Names(List.of(context.readValue(parser, String[].class)))
                    : new Last(context.readValue(parser, Integer.class));
        }
    }
}
