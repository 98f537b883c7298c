package backstep.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    enum Mode {
        REVERSE,
        FORWARD_OVER_REVERSE
    }

    record Inner(double x, int n) {}

    record Document(
            String text,
            @Nullable Map<String, Double> at,
            @Nullable Integer count,
            @Nullable Boolean on,
            @Nullable Mode mode,
            @Nullable List<Inner> inner,
            @Nullable List<String> names) {}

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"text\": \"a\", \"tex\": 1}       | /tex: there is no such field; known are text, at, count, on, mode, inner, names",
                "{\"text\": 1}                       | /text: must be a string, was 1",
                "{\"text\": true}                    | /text: must be a string, was true",
                "{\"text\": null}                    | /text: must be a string, was null",
                "{}                                  | /text: is missing; must be a string",
                "{\"text\": \"a\", \"at\": {\"x1\": \"two\"}}   | /at/x1: must be a number, was \"two\"",
                "{\"text\": \"a\", \"at\": {\"x1\": true}}      | /at/x1: must be a number, was true",
                "{\"text\": \"a\", \"at\": {\"x1\": []}}        | /at/x1: must be a number, was an array",
                "{\"text\": \"a\", \"at\": {\"x1\": null}}      | /at/x1: must be a number, was null",
                "{\"text\": \"a\", \"at\": {\"x1\": 1e999}}     | /at/x1: must be a number, was Infinity",
                "{\"text\": \"a\", \"at\": {\"a/b~c\": \"\"}}   | /at/a~1b~0c: must be a number, was \"\"",
                "{\"text\": \"a\", \"at\": [1, 2]}              | /at: must be an object, was an array",
                "{\"text\": \"a\", \"at\": 3}                   | /at: must be an object, was a number",
                "{\"text\": \"a\", \"count\": 1.5}              | /count: must be a whole number, was 1.5",
                "{\"text\": \"a\", \"count\": \"1\"}            | /count: must be a whole number, was a string",
                "{\"text\": \"a\", \"count\": 12345678901}      | /count: must be a whole number, was out of range",
                "{\"text\": \"a\", \"on\": \"true\"}            | /on: must be true or false, was a string",
                "{\"text\": \"a\", \"on\": 1}                   | /on: must be true or false, was 1",
                "{\"text\": \"a\", \"mode\": \"revers\"}        | /mode: must be one of reverse, forward-over-reverse, was \"revers\"",
                "{\"text\": \"a\", \"mode\": 0}                 | /mode: must be one of reverse, forward-over-reverse, was 0",
                "{\"text\": \"a\", \"inner\": [{\"x\": 1, \"n\": 1}, {\"x\": {}, \"n\": 1}]} | /inner/1/x: must be a number, was an object",
                "{\"text\": \"a\", \"inner\": [{\"x\": 1}]}     | /inner/0/n: is missing; must be a whole number",
                "{\"text\": \"a\", \"inner\": [null]}           | /inner/0: must be an object, was null",
                "{\"text\": \"a\", \"inner\": {}}               | /inner: must be an array, was an object",
                "{\"text\": \"a\", \"names\": [1]}              | /names/0: must be a string, was 1",
                "{\"text\": \"a\", \"names\": [null]}           | /names/0: must be a string, was null",
                "{\"text\": \"a\", \"text\": \"b\"}             | /text: stands twice in the same object",
                "{\"text\": \"a\", \"at\": {\"x\": 1, \"x\": 2}} | /at/x: stands twice in the same object",
            })
    void mistakeIsNamedWithItsPlace(String json, String message) {
        InvalidRequest mistake = mistake(json);
        assertEquals(message, mistake.detail());
        assertEquals(message.substring(0, message.indexOf(": ")), mistake.pointer());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"text\": }", "text", "{\"text\": \"a\"", "{'text': 'a'}"})
    void whatIsNoJsonIsNamedWithLineAndColumn(String text) {
        InvalidRequest mistake = mistake(text);
        assertEquals("", mistake.pointer());
        assertEquals("not JSON at line 1, column ", mistake.detail().substring(0, 27), mistake.detail());
    }

    @Test
    void numbersThatJsonCannotCarryAreSaidToBeStrings() {
        assertEquals(
                "not JSON at line 1, column 11: Non-standard token 'NaN'; numbers that JSON cannot carry are the strings"
                        + " \"NaN\", \"Infinity\" and \"-Infinity\"",
                mistake("{\"at\": NaN}").detail());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\": Infinity}",
                "{\"a\": +1}",
                "{/* a */}",
                "# a",
                "{\"a\": \"\\q\"}",
                "{\"a\": 1.}",
                "{\"a\": 01}"
            })
    void nobodyIsToldHowTheReaderCouldBeSet(String text) {
        String detail = mistake(text).detail();
        assertFalse(detail.matches(".*(enable|Feature|Constraints|parser).*"), detail);
    }

    @Test
    void whatIsTooLongOrTooDeepIsSaidInWords() {
        byte[] deep = "[".repeat(501).getBytes(StandardCharsets.UTF_8);
        InvalidRequest refused = assertThrows(InvalidRequest.class, () -> Json.readObject(deep));
        assertEquals("must be nested at most 500 deep", refused.detail());
        assertEquals(
                "must have at most 1000 digits in a number",
                mistake("{\"count\": " + "1".repeat(1001) + "}").detail());
        assertEquals(
                "has a name or a string that is too long",
                mistake("{\"" + "a".repeat(50_001) + "\": 1}").detail());
    }

    @ParameterizedTest
    @CsvSource({"'',nothing", "null,null", "[],an array", "3,a number", "'\"a\"',a string"})
    void documentMustBeAnObject(String json, String was) {
        assertEquals("must be an object, was " + was, mistake(json).detail());
    }

    @Test
    void nothingMayStandBehindTheDocument() {
        assertEquals(
                "not JSON: something stands behind the end",
                mistake("{\"text\": \"a\"} {}").detail());
    }

    @Test
    void wrongNameIsNamedRatherThanTheOneThatIsMissing() {
        assertEquals(
                "/inner/0/m",
                mistake("{\"text\": \"a\", \"inner\": [{\"x\": 1, \"m\": 2}]}").pointer());
    }

    @Test
    void deeplyNestedTextIsRefusedNotOverflown() {
        assertEquals("", mistake("[".repeat(400_000)).pointer());
    }

    @Test
    void whatMayBeLeftOutMayAlsoBeNull() {
        Document document = read("{\"text\": \"a\", \"count\": null}");
        assertNull(document.count());
        assertNull(document.mode());
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void numberThatJsonCannotCarryIsAString(double value) {
        String json = Json.write(Map.of("x", value));
        assertEquals("{\"x\":\"" + value + "\"}", json);
        assertEquals(value, read("{\"text\": \"a\", \"at\": " + json + "}").at().get("x"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, -0.0, 5e-324, 1.7976931348623157e308, 9007199254740993.0})
    void numberComesBackToTheLastBit(double value) {
        Double back = read("{\"text\": \"a\", \"at\": " + Json.write(Map.of("x", value)) + "}")
                .at()
                .get("x");
        assertEquals(Double.doubleToRawLongBits(value), Double.doubleToRawLongBits(back));
    }

    @Test
    void enumIsWrittenInLowerCaseWithHyphens() {
        assertEquals("\"forward-over-reverse\"", Json.write(Mode.FORWARD_OVER_REVERSE));
        assertEquals(
                Mode.FORWARD_OVER_REVERSE,
                read("{\"text\": \"a\", \"mode\": \"forward-over-reverse\"}").mode());
    }

    @Test
    void componentsAreWrittenInTheirOrder() {
        assertEquals("{\"x\":1.5,\"n\":2}", Json.write(new Inner(1.5, 2)));
    }

    private static Document read(String json) {
        return Json.read(json.getBytes(StandardCharsets.UTF_8), Document.class);
    }

    private static InvalidRequest mistake(String json) {
        return assertThrows(InvalidRequest.class, () -> read(json));
    }
}
