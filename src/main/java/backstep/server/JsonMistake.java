package backstep.server;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** What the reader of JSON has to say, in words for the one who wrote it. */
final class JsonMistake {

    private JsonMistake() {}

    static InvalidRequest of(JacksonException mistake) {
        return switch (mistake) {
            case JacksonException wrapper when wrapper.getCause() instanceof InvalidRequest ours -> ours;
            case UnrecognizedPropertyException unknown -> unknownField(unknown);
            case MismatchedInputException wrong -> wrongType(wrong);
            case StreamReadException broken -> broken(broken);
            default -> at(pointer(mistake), mistake.getOriginalMessage());
        };
    }

    private static InvalidRequest unknownField(UnrecognizedPropertyException unknown) {
        String known =
                unknown.getKnownPropertyIds().stream().map(Object::toString).collect(Collectors.joining(", "));
        return at(pointer(unknown), "there is no such field; known are " + known);
    }

    private static InvalidRequest wrongType(MismatchedInputException wrong) {
        if (wrong.getOriginalMessage().startsWith("Missing required creator property")) {
            return at(pointer(wrong), "is missing; must be " + inWords(wrong.getTargetType()));
        }
        String was = wrong instanceof InvalidFormatException format
                ? quoted(format.getValue())
                : inWords(wrong.getCurrentToken());
        return at(pointer(wrong), "must be " + inWords(wrong.getTargetType()) + ", was " + was);
    }

    /** The text is no JSON, or names a field twice; the reader still knows where it stands. */
    private static InvalidRequest broken(StreamReadException broken) {
        String message = broken.getOriginalMessage().lines().findFirst().orElse("no JSON");
        if (message.startsWith("Duplicate")) {
            return at(position(broken), "stands twice in the same object");
        }
        return at(
                "",
                "not JSON at line " + broken.getLocation().getLineNr() + ", column "
                        + broken.getLocation().getColumnNr() + ": " + message);
    }

    private static InvalidRequest at(String pointer, String claim) {
        return new InvalidRequest(pointer, pointer.isEmpty() ? claim : pointer + ": " + claim);
    }

    private static String position(StreamReadException broken) {
        return broken.processor() instanceof JsonParser parser
                ? parser.streamReadContext().pathAsPointer().toString()
                : pointer(broken);
    }

    private static String pointer(JacksonException mistake) {
        return mistake.getPath().stream().map(JsonMistake::segment).collect(Collectors.joining());
    }

    private static String segment(JacksonException.Reference reference) {
        String name = reference.getPropertyName();
        return name == null
                ? "/" + reference.getIndex()
                : JsonPointer.empty().appendProperty(name).toString();
    }

    private static String quoted(Object value) {
        String text = value.toString();
        String shown = text.length() > 40 ? text.substring(0, 40) + "…" : text;
        return value instanceof String ? "\"" + shown + "\"" : shown;
    }

    private static String inWords(@Nullable JsonToken token) {
        return switch (token) {
            case START_OBJECT, PROPERTY_NAME, END_OBJECT -> "an object";
            case START_ARRAY, END_ARRAY -> "an array";
            case VALUE_STRING -> "a string";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE, VALUE_FALSE -> token.asString();
            case VALUE_NULL -> "null";
            case VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE -> "something else";
            case null -> "nothing";
        };
    }

    private static String inWords(@Nullable Class<?> type) {
        if (type == null) {
            return "something else";
        }
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(constant -> Json.MAPPER.convertValue(constant, String.class))
                            .collect(Collectors.joining(", "));
        }
        if (type.isArray() || Collection.class.isAssignableFrom(type)) {
            return "an array";
        }
        return switch (type.getSimpleName()) {
            case "double", "Double" -> "a number";
            case "int", "Integer", "long", "Long" -> "a whole number";
            case "boolean", "Boolean" -> "true or false";
            case "String" -> "a string";
            default -> "an object";
        };
    }
}
