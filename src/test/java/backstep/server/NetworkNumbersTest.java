package backstep.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a large trace is made of can be had part by part, and is the same. */
class NetworkNumbersTest extends ApiTest {

    private static final String IMAGES = """
            {'network': {'inputs': [1, 4, 4], 'layers': [
               {'type': 'conv2d', 'filters': 2, 'kernel': 3, 'activation': 'tanh'}, {'type': 'max-pool2d', 'size': 2},
               {'type': 'flatten'}, {'type': 'batch-norm', 'activation': 'tanh'},
               {'type': 'dense', 'units': 1, 'activation': 'sigmoid'}], 'loss': 'binary-cross-entropy'},
             'theta': {'init': 'xavier-uniform', 'seed': 3},
             'data': {'x': [[1, 2, 3, 4, 5, 6, 7, 8, 9, 8, 7, 6, 5, 4, 3, 2], [0, 1, 0, 2, 0, 3, 0, 4, 1, 2, 1, 3, 1, 0, 1, 0]],
                      'y': [[1], [0]]},
             'training': {'optimizer': {'type': 'adam'}, 'clipNorm': 0.1}%s}""";

    private static final List<String> OF_EXAMPLES = List.of("z", "a", "delta", "xHat", "maximum");

    private static JsonNode answer(String what, String body) {
        Answer answer = ask("/api/network/" + what, body);
        assertTrue(answer.status() / 100 == 2, answer.text());
        return answer.json();
    }

    private static JsonNode images(String what, String more) {
        return answer(what, IMAGES.formatted(more));
    }

    private static JsonNode numbers(List<String> addresses) {
        String list = addresses.stream().map(each -> "'" + each + "'").toList().toString();
        return images("numbers", ", 'addresses': " + list).get("numbers");
    }

    @Test
    void everyVectorOfATraceIsHadByItsAddress() {
        for (JsonNode layer : images("trace", "").get("layers")) {
            for (String kind : OF_EXAMPLES) {
                if (layer.has(kind)) {
                    String of = kind + "." + layer.get("layer").asInt();
                    JsonNode numbers = numbers(List.of(of + "@1", of + "@2"));
                    assertEquals(written(layer.at("/" + kind + "/0")), written(numbers.at("/0/value")), of);
                    assertEquals(written(layer.at("/" + kind + "/1")), written(numbers.at("/1/value")), of);
                }
            }
        }
    }

    @Test
    void everyMatrixOfATraceIsHadByItsAddress() {
        JsonNode trace = images("trace", "");
        List<Integer> layers = trace.get("gradients")
                .valueStream()
                .map(gradient -> gradient.get("layer").asInt())
                .toList();
        assertEquals(List.of(1, 4, 5), layers);
        for (int at = 0; at < layers.size(); at++) {
            int l = layers.get(at);
            assertMatrix(trace.at("/theta/" + at), "Theta." + l);
            assertMatrix(trace.at("/updated/theta/" + at), "Theta." + l + "~1");
            assertMatrix(trace.at("/gradients/" + at + "/Delta"), "Delta." + l);
            assertMatrix(trace.at("/gradients/" + at + "/D"), "D." + l);
            assertMatrix(trace.at("/update/memories/1/before/" + at), "v." + l);
            assertMatrix(trace.at("/update/memories/1/after/" + at), "v." + l + "~1");
            assertMatrix(trace.at("/update/made/0/values/" + at), "slope." + l);
            assertMatrix(trace.at("/update/made/1/values/" + at), "mHat." + l);
        }
    }

    private static void assertMatrix(JsonNode expected, String address) {
        assertEquals(written(expected), written(numbers(List.of(address)).at("/0/value")), address);
    }

    /** Whole numbers are whole in one answer, and have a point in another. */
    private static List<Double> written(JsonNode numbers) {
        return numbers.isNumber()
                ? List.of(numbers.asDouble())
                : numbers.valueStream().flatMap(each -> written(each).stream()).toList();
    }

    @Test
    void anOutlineIsATraceWithoutItsVectorsAndMatrices() {
        ObjectNode trace = (ObjectNode) images("trace", ", 'grain': 'layer'");
        ObjectNode outline = (ObjectNode) images("outline", ", 'grain': 'layer'");
        assertEquals(names(trace.at("/update/memories")), texts(outline.at("/update/memories")));
        assertEquals(names(trace.at("/update/made")), texts(outline.at("/update/made")));
        assertEquals(
                "{\"layer\":1,\"rows\":2,\"columns\":10}",
                outline.at("/matrices/0").toString());
        assertTrue(outline.remove("checkable").asBoolean());
        trace.remove(List.of("theta", "data", "gradients"));
        trace.get("layers").forEach(layer -> ((ObjectNode) layer).remove(OF_EXAMPLES));
        ((ObjectNode) trace.get("updated")).remove("theta");
        outline.remove("matrices");
        Stream.of(trace, outline)
                .forEach(each -> ((ObjectNode) each.get("update")).remove(List.of("memories", "made")));
        assertEquals(trace, outline);
    }

    private static List<String> names(JsonNode objects) {
        return objects.valueStream().map(each -> each.get("name").asString()).toList();
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "trace|",
                "outline|, 'grain': 'term'",
                "steps|, 'from': 3, 'count': 5",
                "numbers|, 'addresses': ['delta.2@2']",
                "explain|, 'address': 'delta.2.1@1'",
                "check|",
                "accumulated|, 'from': 1, 'count': 1"
            })
    void aHeldExperimentIsAskedByItsName(String what, String question) {
        String more = question == null ? "" : question;
        String held = images("held", "").get("held").asString();
        assertEquals(images(what, more), answer(what, "{'held': '" + held + "'" + more + "}"));
    }

    @Test
    void theSameExperimentIsHeldOnce() {
        assertEquals(images("held", ""), images("held", ""));
    }

    @Test
    void aNameThatNothingIsHeldByIsRefusedWithItsPlace() {
        Answer answer = ask("/api/network/outline", "{'held': 'abacus'}");
        assertEquals(400, answer.status());
        assertEquals("/held", answer.at("/pointer"));
    }

    @Test
    void onlyTheLatestExperimentsAreHeld() {
        HeldPasses passes = new HeldPasses();
        List<String> names = IntStream.rangeClosed(1, 9)
                .mapToObj(seed -> passes.hold(IMAGES.replace("'seed': 3", "'seed': " + seed)
                        .formatted("")
                        .replace('\'', '"')
                        .getBytes(StandardCharsets.UTF_8)))
                .toList();
        assertEquals(9, names.stream().distinct().count());
        assertEquals(2, passes.get(names.getLast()).setting().batch().size());
        InvalidRequest gone = assertThrows(InvalidRequest.class, () -> passes.get(names.getFirst()));
        assertEquals("/held", gone.pointer());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.9@1", "maximum.2@1", "maximum.3@7", "Theta.2", "v.1.9.0", "vbar.1", "nonsense"})
    void anAddressOfNothingIsRefusedWithItsPlace(String address) {
        Answer answer = ask("/api/network/numbers", IMAGES.formatted(", 'addresses': ['a.2@1', '" + address + "']"));
        assertEquals(400, answer.status(), answer.text());
        assertEquals("/addresses/1", answer.at("/pointer"));
    }

    @Test
    void ofAValueWithTooManyNumbersItsShapeIsTold() {
        JsonNode steps =
                images("steps", ", 'grain': 'layer', 'count': 1000, 'most': 4").get("steps");
        assertEquals("{\"shape\":[8]}", steps.at("/0/value").toString());
        assertTrue(steps.valueStream()
                .anyMatch(step -> step.get("value").toString().equals("{\"shape\":[2,10]}")));
        assertFalse(steps.valueStream().anyMatch(step -> step.get("value").size() > 4));
    }
}
