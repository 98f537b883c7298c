package backstep.experiment;

import backstep.network.InvalidNetwork;
import backstep.network.Limits;
import backstep.network.Shape;
import com.fasterxml.jackson.annotation.JsonValue;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.deser.std.StdDeserializer;

/** The inputs of a network as they are written down: how many there are, or channels, height and width of an image. */
@JsonDeserialize(using = InputsDocument.Reader.class)
public sealed interface InputsDocument {

    /**
     * {@return how the inputs are arranged}
     *
     * @throws InvalidNetwork where there are too few or too many
     */
    Shape shape();

    /** {@return inputs as they are written down} */
    static InputsDocument of(Shape shape) {
        return switch (shape) {
            case Shape.Row(int units) -> new Count(units);
            case Shape.Image(int channels, int height, int width) -> new Sides(new int[] {channels, height, width});
        };
    }

    /** How many numbers an example has. */
    record Count(@JsonValue int inputs) implements InputsDocument {

        @Override
        public Shape shape() {
            if (inputs < 1 || inputs > Limits.UNITS) {
                throw new InvalidNetwork(
                        "network/inputs",
                        String.format(java.util.Locale.ROOT, "must be 1 to %,d, was %,d", Limits.UNITS, inputs));
            }
            return new Shape.Row(inputs);
        }
    }

    /** Channels, height and width. */
    record Sides(@JsonValue int[] sides) implements InputsDocument {

        @Override
        public Shape shape() {
            if (sides.length != 3) {
                throw new InvalidNetwork(
                        "network/inputs",
                        "must be channels, height and width of an image, was " + sides.length + " numbers");
            }
            return Shape.Image.ofInputs(sides[0], sides[1], sides[2]);
        }
    }

    /** Reads an array as the sides of an image and a number as how many. */
    final class Reader extends StdDeserializer<InputsDocument> {

        Reader() {
            super(InputsDocument.class);
        }

        @Override
        public InputsDocument deserialize(JsonParser parser, DeserializationContext context) {
            return parser.currentToken() == JsonToken.START_ARRAY
                    ? new Sides(context.readValue(parser, int[].class))
                    : new Count(context.readValue(parser, Integer.class));
        }
    }
}
