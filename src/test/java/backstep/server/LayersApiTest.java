package backstep.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The interface takes and shows layers of every kind. */
class LayersApiTest extends ApiTest {

    private static JsonNode answer(String what, String body) {
        Answer answer = ask("/api/network/" + what, body.replace('\'', '"'));
        assertEquals(200, answer.status(), answer.text());
        return answer.json();
    }

    private static String row(int count, String of) {
        return IntStream.range(0, count)
                .mapToObj(k -> of.equals("x") ? Double.toString(k % 7 / 7.0) : k == 3 ? "1" : "0")
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static final String LECTURE = "{'network': {'inputs': [1, 32, 32], 'layers': ["
            + "{'type': 'conv2d', 'filters': 6, 'kernel': 3, 'activation': 'relu'}, {'type': 'max-pool2d', 'size': 2},"
            + "{'type': 'conv2d', 'filters': 16, 'kernel': 3, 'stride': 1, 'padding': 0, 'activation': 'relu'},"
            + "{'type': 'max-pool2d', 'size': 2}, {'type': 'flatten'}, {'type': 'dense', 'units': 120, 'activation': 'relu'},"
            + "{'type': 'dense', 'units': 84, 'activation': 'relu'}, {'type': 'dense', 'units': 10, 'activation': 'softmax'}],"
            + "'loss': 'cross-entropy'}, 'theta': {'init': 'he-normal', 'seed': 1},"
            + "'data': {'x': [" + row(1024, "x") + "], 'y': [" + row(10, "y") + "]}}";

    @Test
    void theConvolutionalNetOfTheLectureIsOneDocument() {
        JsonNode trace = answer("trace", LECTURE);
        assertEquals(9, trace.at("/layers").size());
        assertEquals("[1,32,32]", trace.at("/layers/0/shape").toString());
        assertEquals("[6,30,30]", trace.at("/layers/1/shape").toString());
        assertEquals("conv2d", trace.at("/layers/1/type").asString());
        assertEquals(5400, trace.at("/layers/1/z/0").size());
        assertTrue(trace.at("/layers/5/shape").isMissingNode());
        assertEquals(5, trace.at("/theta").size());
        assertEquals(5, trace.at("/gradients").size());
        assertEquals(3, trace.at("/gradients/1/layer").asInt());
        assertEquals(16, trace.at("/gradients/1/D").size());
        assertEquals(55, trace.at("/gradients/1/D/0").size());
    }

    private static final String RESIDUAL = "{'network': {'inputs': 2, 'layers': ["
            + "{'type': 'dense', 'units': 2, 'activation': 'tanh'}, {'type': 'residual', 'layers': ["
            + "{'type': 'batch-norm', 'activation': 'relu'}, {'type': 'dense', 'units': 2, 'activation': 'linear'}]},"
            + "{'type': 'dense', 'units': 1, 'activation': 'sigmoid'}], 'loss': 'binary-cross-entropy'},"
            + "'theta': [[[0, 1, 0], [0, 0, 1]], [[2, 0.5], [1, 0]], [[0, 1, 1], [0, 1, -1]], [[0, 1, 1]]],"
            + "'data': {'x': [[0, 0], [0, 1], [1, 0]], 'y': [[0], [1], [1]]}";

    /** By hand: a of layer 2 in unit 1 is 0, 0, tanh 1. */
    @Test
    void aTraceTakesTheStatisticsOfTheBatch() {
        JsonNode trace = answer("trace", RESIDUAL + "}");
        double a = Math.tanh(1);
        double deviation = Math.sqrt(2 * a * a / 9 + 1e-5);
        assertEquals(2 * (-a / 3) / deviation + 0.5, trace.at("/layers/2/z/0/0").asDouble(), 1e-12);
        assertEquals(
                trace.at("/layers/3/a/2/1").asDouble()
                        + trace.at("/layers/1/a/2/1").asDouble(),
                trace.at("/layers/4/z/2/1").asDouble(),
                1e-15);
        assertEquals(a / 3, trace.at("/layers/2/mean/0").asDouble(), 1e-15);
        assertEquals(2 * a * a / 9, trace.at("/layers/2/variance/0").asDouble(), 1e-15);
        assertEquals((a - a / 3) / deviation, trace.at("/layers/2/xHat/2/0").asDouble(), 1e-12);
        assertTrue(trace.at("/layers/1/xHat").isMissingNode());
        assertEquals("[1,2,3,5]", layers(trace).toString().replace(" ", ""));
        assertEquals(2, trace.at("/gradients/1/D/0").size());
    }

    /** By hand: of 3, 1 and 2, 4 the last is largest. */
    @Test
    void aTraceSaysWhichUnitAPoolingTook() {
        JsonNode trace = answer(
                "trace",
                "{'network': {'inputs': [1, 2, 2], 'layers': [{'type': 'max-pool2d', 'size': 2}, {'type': 'flatten'},"
                        + "{'type': 'dense', 'units': 1, 'activation': 'sigmoid'}], 'loss': 'binary-cross-entropy'},"
                        + "'theta': [[[0, 1]]], 'data': {'x': [[3, 1, 2, 4], [3, 1, 2, 0]], 'y': [[0], [1]]}}");
        assertEquals("[[4],[1]]", trace.at("/layers/1/maximum").toString());
        assertEquals(
                4,
                trace.at("/figure/links")
                        .valueStream()
                        .filter(link -> link.get("layer").asInt() == 2)
                        .count());
    }

    private static java.util.List<Integer> layers(JsonNode trace) {
        return trace.at("/gradients")
                .valueStream()
                .map(gradient -> gradient.get("layer").asInt())
                .toList();
    }

    @Test
    void theCheckPassesAndHasAnEntryForEachMatrix() {
        JsonNode check = answer("check", RESIDUAL + "}");
        assertTrue(check.get("passes").asBoolean(), check.toString());
        assertEquals(4, check.get("layers").size());
    }

    @Test
    void everyGrainHasStepsAndNumbersCanBeExplained() {
        for (String grain : new String[] {"layer", "unit", "term"}) {
            JsonNode steps = answer("steps", RESIDUAL + ", 'grain': '" + grain + "', 'count': 1000}");
            assertEquals(steps.get("count").asInt(), steps.get("steps").size());
        }
        JsonNode explained = answer("explain", RESIDUAL + ", 'address': 'xHat.3.1@1', 'depth': 2}");
        assertTrue(explained.toString().contains("mean.3.1"), explained.toString());
        JsonNode patch =
                answer("explain", LECTURE.substring(0, LECTURE.length() - 1) + ", 'address': 'z.2.1@1', 'depth': 1}");
        assertTrue(patch.get("substituted").asString().contains("\\odot"), patch.toString());
        assertTrue(patch.get("more").asBoolean());
    }

    @Test
    void accumulationHasTheMatricesThatThereAre() {
        JsonNode accumulated = answer("accumulated", RESIDUAL + "}");
        assertTrue(accumulated.toString().length() > 100);
    }
}
