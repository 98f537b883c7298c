package backstep.server;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Which moment of a run somebody watches: {@code "live"}, or the number of an update. */
@JsonDeserialize(using = Shown.Reader.class)
sealed interface Shown {

    /** The newest there is. */
    record Live() implements Shown {}

    /** After so many updates. */
    record After(int iteration) implements Shown {}

    /** Reads a whole number, or the word live. */
    final class Reader extends StdDeserializer<Shown> {

        Reader() {
            super(Shown.class);
        }

        @Override
        public Shown deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken() == JsonToken.VALUE_STRING) {
                return parser.getString().equals("live")
                        ? new Live()
                        : (Shown) context.handleWeirdStringValue(Shown.class, parser.getString(), "not live");
            }
            return new After(context.readValue(parser, Integer.class));
        }
    }
}
