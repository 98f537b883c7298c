package backstep.server;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** What the reader of JSON has to say, in words for the one who wrote it. */
final class JsonMistake {

    /** Behind it the reader says where it was, or what else it could be told to read. */
    private static final Pattern SETTINGS_OF_THE_READER =
            Pattern.compile(" \\(start marker|: enable `| \\(not recognized as one since");

    private JsonMistake() {}

    /** {@return that what should be an object is something else} */
    static InvalidRequest noObject(JsonNode value) {
        return at("", "must be an object, was " + inWords(value.isMissingNode() ? null : value.asToken()));
    }

    static InvalidRequest of(JacksonException mistake, byte[] text) {
        return switch (mistake) {
            case JacksonException wrapper when wrapper.getCause() instanceof InvalidRequest ours -> ours;
            case UnrecognizedPropertyException unknown ->
                at(pointer(unknown.getPath()), noSuchField(unknown.getKnownPropertyIds()));
            case MismatchedInputException missing
            when says(missing, "Missing required creator property") -> missing(missing, text);
            case MismatchedInputException more
            when says(more, "Trailing token") -> at("", "not JSON: something stands behind the end");
            case MismatchedInputException wrong -> wrongType(wrong);
            case InputCoercionException large ->
                at(position(large), "must be " + inWords(large.getTargetType()) + ", was out of range");
            case StreamReadException twice
            when says(twice, "Duplicate") -> at(position(twice), "stands twice in the same object");
            case StreamReadException broken -> broken(broken);
            case StreamConstraintsException large -> at("", tooLarge(large.getOriginalMessage()));
            default -> at(pointer(mistake.getPath()), mistake.getOriginalMessage());
        };
    }

    /** {@return that an object has a field that nobody reads} */
    static InvalidRequest noSuchField(String name, List<String> known) {
        return at(segment(name), noSuchField(known));
    }

    /** Where a field is missing, one beside it whose name is wrong is the likelier mistake. */
    private static InvalidRequest missing(MismatchedInputException missing, byte[] text) {
        List<Reference> path = missing.getPath();
        List<Reference> parent = path.subList(0, path.size() - 1);
        List<String> known = components(path.getLast().from());
        return Json.MAPPER.readTree(text).at(pointer(parent)).propertyNames().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .map(name -> at(pointer(parent) + segment(name), noSuchField(known)))
                .orElseGet(() -> at(pointer(path), "is missing; must be " + inWords(missing.getTargetType())));
    }

    private static List<String> components(Object owner) {
        return owner instanceof Class<?> type && type.isRecord()
                ? Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList()
                : List.of();
    }

    private static String noSuchField(Collection<?> known) {
        return "there is no such field; known are "
                + known.stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    private static InvalidRequest wrongType(MismatchedInputException wrong) {
        String was = wrong instanceof InvalidFormatException format
                ? quoted(format.getValue())
                : inWords(wrong.getCurrentToken());
        return at(pointer(wrong.getPath()), "must be " + inWords(wrong.getTargetType()) + ", was " + was);
    }

    private static InvalidRequest broken(StreamReadException broken) {
        String whole = broken.getOriginalMessage().lines().findFirst().orElse("no JSON");
        String message = SETTINGS_OF_THE_READER.split(whole, 2)[0];
        return at(
                "",
                "not JSON at line " + broken.getLocation().getLineNr() + ", column "
                        + broken.getLocation().getColumnNr() + ": " + message
                        + (message.startsWith("Non-standard token")
                                ? "; numbers that JSON cannot carry are the strings \"NaN\", \"Infinity\" and \"-Infinity\""
                                : ""));
    }

    private static String tooLarge(String message) {
        StreamReadConstraints most = StreamReadConstraints.defaults();
        if (message.startsWith("Document nesting")) {
            return "must be nested at most " + most.getMaxNestingDepth() + " deep";
        }
        if (message.startsWith("Number")) {
            return "must have at most " + most.getMaxNumberLength() + " digits in a number";
        }
        return "has a name or a string that is too long";
    }

    private static boolean says(JacksonException mistake, String start) {
        return mistake.getOriginalMessage().startsWith(start);
    }

    private static InvalidRequest at(String pointer, String claim) {
        return new InvalidRequest(pointer, pointer.isEmpty() ? claim : pointer + ": " + claim);
    }

    /** {@return where the reader stood} */
    private static String position(StreamReadException broken) {
        return broken.processor() instanceof JsonParser parser
                ? parser.streamReadContext().pathAsPointer().toString()
                : pointer(broken.getPath());
    }

    private static String pointer(List<Reference> path) {
        return path.stream()
                .map(step -> step.getPropertyName() == null ? "/" + step.getIndex() : segment(step.getPropertyName()))
                .collect(Collectors.joining());
    }

    private static String segment(String name) {
        return JsonPointer.empty().appendProperty(name).toString();
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
            case "InputsDocument" -> "a whole number, or channels, height and width";
            case "ThetaDocument", "Drawn" -> "an array of matrices or an object";
            default -> "an object";
        };
    }
}
