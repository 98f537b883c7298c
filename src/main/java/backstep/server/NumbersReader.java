package backstep.server;

import java.util.Arrays;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Reads an array of numbers, each as {@link NumberReader} does; a mistake points at the number. */
final class NumbersReader extends StdDeserializer<double[]> {

    private final NumberReader number = new NumberReader();

    NumbersReader() {
        super(double[].class);
    }

    @Override
    public double[] deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.isExpectedStartArrayToken()) {
            return (double[]) context.handleUnexpectedToken(getValueType(context), parser);
        }
        double[] numbers = new double[16];
        int count = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (count == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * count);
            }
            numbers[count] = number(parser, context, count);
            count++;
        }
        return Arrays.copyOf(numbers, count);
    }

    private double number(JsonParser parser, DeserializationContext context, int index) {
        try {
            Double value = number.deserialize(parser, context);
            return value == null ? Double.NaN : value;
        } catch (JacksonException e) {
            throw DatabindException.wrapWithPath(e, new JacksonException.Reference(double[].class, index));
        }
    }
}
