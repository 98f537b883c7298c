package backstep.experiment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.util.TokenBuffer;

/** Examples as they are written down: one by one, by the name of a data set, or as a table of comma-separated values. */
@JsonDeserialize(using = DataDocument.Reader.class)
public sealed interface DataDocument {

    /**
     * The examples, one a row.
     *
     * @param x inputs
     * @param y targets
     * @param testFraction the part that is held back for testing; none where it is left out
     * @param seed of the choice of that part
     */
    @JsonDeserialize
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Written(
            double[][] x,
            double[][] y,
            @Nullable Double testFraction,
            @Nullable Long seed) implements DataDocument {}

    /**
     * A data set by its name. What is left out is as the data set usually has it.
     *
     * @param function the formula of the data set {@code expression}
     * @param from the smallest input of a function
     * @param to the largest
     * @param size of the pictures of {@code digits}
     */
    @JsonDeserialize
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Named(
            String dataset,
            @Nullable Integer count,
            @Nullable Double noise,
            @Nullable Double testFraction,
            @Nullable Long seed,
            @Nullable String function,
            @Nullable Double from,
            @Nullable Double to,
            @Nullable Integer size) implements DataDocument {}

    /**
     * A table of comma-separated values.
     *
     * @param csv its text
     * @param targets which columns are targets; the last where it is left out
     */
    @JsonDeserialize
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Table(
            String csv,
            @Nullable Targets targets,
            @Nullable Double testFraction,
            @Nullable Long seed) implements DataDocument {}

    /** Which columns of a table are targets: by their names, or how many of the last ones. */
    @JsonDeserialize(using = TargetsReader.class)
    sealed interface Targets {

        /** The names of the columns. */
        record Names(@JsonValue List<String> names) implements Targets {}

        /** How many of the last columns. */
        record Last(@JsonValue int count) implements Targets {}
    }

    /** Reads an array as names and a number as how many. */
    final class TargetsReader extends StdDeserializer<Targets> {

        TargetsReader() {
            super(Targets.class);
        }

        @Override
        public Targets deserialize(JsonParser parser, DeserializationContext context) {
            return parser.currentToken() == JsonToken.START_ARRAY
                    ? new Targets.Names(List.of(context.readValue(parser, String[].class)))
                    : new Targets.Last(context.readValue(parser, Integer.class));
        }
    }

    /** Reads an object as what its fields show it to be. */
    final class Reader extends StdDeserializer<DataDocument> {

        Reader() {
            super(DataDocument.class);
        }

        @Override
        public DataDocument deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.isExpectedStartObjectToken()) {
                return (DataDocument) context.handleUnexpectedToken(getValueType(context), parser);
            }
            try (TokenBuffer whole = context.bufferForInputBuffering(parser)) {
                whole.copyCurrentStructure(parser);
                JsonParser again = whole.asParser(context, parser);
                again.nextToken();
                return context.readValue(again, kind(names(whole.asParser(context, parser))));
            }
        }

        private static Class<? extends DataDocument> kind(Set<String> names) {
            if (names.contains("dataset")) {
                return Named.class;
            }
            return names.contains("csv") ? Table.class : Written.class;
        }

        private static Set<String> names(JsonParser object) {
            Set<String> names = new HashSet<>();
            object.nextToken();
            while (object.nextToken() == JsonToken.PROPERTY_NAME) {
                names.add(object.currentName());
                object.nextToken();
                object.skipChildren();
            }
            return names;
        }
    }
}
