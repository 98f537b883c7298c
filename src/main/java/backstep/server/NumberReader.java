package backstep.server;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Reads a number, or one of the strings for those that JSON cannot carry: "NaN", "Infinity", "-Infinity". */
final class NumberReader extends StdScalarDeserializer<Double> {

    NumberReader() {
        super(Double.class);
    }

    @Override
    public @Nullable Double deserialize(JsonParser parser, DeserializationContext context) {
        return switch (parser.currentToken()) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> finite(parser, context);
            case VALUE_STRING -> notFinite(parser.getString(), context);
            default -> (Double) context.handleUnexpectedToken(getValueType(context), parser);
        };
    }

    private static Double notFinite(String text, DeserializationContext context) {
        return switch (text) {
            case "NaN" -> Double.NaN;
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> (Double) context.handleWeirdStringValue(Double.class, text, "no number");
        };
    }

    private static Double finite(JsonParser parser, DeserializationContext context) {
        double value = parser.getDoubleValue();
        if (Double.isFinite(value)) {
            return value;
        }
        return (Double) context.handleWeirdNumberValue(Double.class, value, "larger than any double");
    }
}
