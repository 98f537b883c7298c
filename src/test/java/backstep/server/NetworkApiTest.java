package backstep.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class NetworkApiTest extends ApiTest {

    /** The experiment that the gallery has under a name, with these fields beside its own. */
    private static String experiment(String slug, String more) {
        JsonNode document = NetworkGallery.ENTRIES.stream()
                .filter(entry -> entry.slug().equals(slug))
                .findFirst()
                .orElseThrow()
                .experiment();
        ObjectNode body = (ObjectNode) document.deepCopy();
        body.setAll((ObjectNode) Json.MAPPER.readTree("{" + more.replace('\'', '"') + "}"));
        return body.toString();
    }

    private static JsonNode answer(String what, String body) {
        Answer answer = ask("/api/network/" + what, body);
        assertEquals(200, answer.status(), answer.text());
        return answer.json();
    }

    private static double number(JsonNode answer, String pointer) {
        return answer.at(pointer).asDouble();
    }

    @ParameterizedTest
    @CsvSource({
        "/layers/1/z/0/0, 0.650", "/layers/1/z/0/1, 0.300", "/layers/1/z/0/2, 0.100",
        "/layers/1/a/0/0, 0.657", "/layers/1/a/0/1, 0.574", "/layers/1/a/0/2, 0.525",
        "/layers/2/a/0/0, 0.543", "/layers/2/delta/0/0, -0.457", "/losses/0, 0.611",
        "/layers/1/delta/0/0, -0.082", "/layers/1/delta/0/1, 0.101", "/layers/1/delta/0/2, -0.057"
    })
    void theTextbookNetworkHasItsNumbers(String pointer, double printed) {
        assertEquals(printed, number(answer("trace", experiment("lecture", "")), pointer), 5e-4);
    }

    @Test
    void thePublishedExampleHasItsPrintedDigits() {
        JsonNode trace = answer("trace", experiment("published", ""));
        assertEquals(0.298371109, number(trace, "/cost"), 5e-10);
        assertEquals(0.149780716, number(trace, "/updated/theta/0/0/1"), 5e-10);
        assertEquals(0.35891648, number(trace, "/updated/theta/1/0/1"), 5e-9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"layer", "unit", "term"})
    void theUpdateOfAnOptimizerIsAnsweredAsItsStepsTellIt(String grain) {
        String body = experiment(
                "lecture",
                "'grain': '%s', 'training': {'optimizer': {'type': 'adam', 'learningRate': 0.1}}".formatted(grain));
        JsonNode trace = answer("trace", body);
        assertEquals("adam", trace.at("/update/type").asString());
        assertEquals("m", trace.at("/update/memories/0/name").asString());
        String place = grain.equals("layer") ? "" : grain.equals("unit") ? ".1" : ".1.0";
        String pointer = "/" + place.replace(".1", "0").replace(".0", "/0");
        JsonNode explained = answer(
                "explain",
                experiment(
                        "lecture",
                        "'grain': '%s', 'address': 'm.2%s~1', 'training': {'optimizer': {'type': 'adam', 'learningRate': 0.1}}"
                                .formatted(grain, place)));
        JsonNode memory = trace.at("/update/memories/0/after/1");
        assertEquals(place.isEmpty() ? memory : memory.at(pointer), explained.get("value"));
    }

    static Stream<String> slugs() {
        return NetworkGallery.ENTRIES.stream().map(NetworkGallery.Entry::slug);
    }

    static Stream<String> denseSlugs() {
        Set<String> others = Set.of("batch-norm", "residual", "convolution");
        return slugs().filter(slug -> !others.contains(slug));
    }

    @ParameterizedTest
    @MethodSource("slugs")
    void everyNetworkOfTheGalleryPassesItsGradientCheck(String slug) {
        JsonNode check = answer("check", experiment(slug, ""));
        assertTrue(check.get("passes").asBoolean(), check::toString);
    }

    @ParameterizedTest
    @MethodSource("slugs")
    void everyNetworkOfTheGalleryBeginsAtANumberThatItHas(String slug) {
        String address = NetworkGallery.ENTRIES.stream()
                .filter(entry -> entry.slug().equals(slug))
                .findFirst()
                .orElseThrow()
                .address();
        assertEquals(
                address,
                answer("explain", experiment(slug, "'address': '" + address + "'"))
                        .get("address")
                        .asString());
    }

    @ParameterizedTest
    @MethodSource("denseSlugs")
    void everyDenseNetworkOfTheGalleryIsItsWengertList(String slug) {
        JsonNode list = answer("wengert", experiment(slug, ""));
        assertTrue(number(list, "/largestRelativeDifference") < 1e-12, list::toString);
        assertFalse(list.get("rows").isEmpty());
    }

    @Test
    void theWengertListOpensAsAnExpression() {
        JsonNode list = answer("wengert", experiment("lecture", "'example': 2"));
        ObjectNode question = Json.MAPPER.createObjectNode();
        question.set("expression", list.get("expression"));
        question.set("at", list.get("at"));
        question.set("output", list.get("output"));
        JsonNode trace = ask("/api/autodiff/trace", question.toString()).json();
        assertEquals(number(list, "/rows/0/adjoint"), number(trace, "/gradient/w1_1_0"), 1e-15);
    }

    @ParameterizedTest
    @CsvSource({"layer, 14", "unit, 25", "term, 75"})
    void stepsAreToldAtTheGrainThatIsAskedFor(String grain, int least) {
        JsonNode steps = answer("steps", experiment("lecture", "'grain': '" + grain + "'"));
        assertEquals(grain, steps.at("/schedule/grain").asString());
        assertTrue(steps.get("count").asInt() > least);
        assertEquals(
                "z.2" + (grain.equals("layer") ? "" : ".1") + "@1",
                steps.at("/steps/0/quantity").asString());
    }

    @Test
    void valuesAreAsWideAsTheGrain() {
        JsonNode steps = answer("steps", experiment("lecture", "'grain': 'layer'"));
        assertEquals(3, steps.at("/steps/0/value").size());
        assertTrue(
                answer("steps", experiment("lecture", "")).at("/steps/0/value").isNumber());
    }

    @Test
    void theDerivationIsAStoryOfItsOwn() {
        JsonNode steps = answer("steps", experiment("lecture", "'story': 'derivation'"));
        assertTrue(steps.get("schedule").isNull());
        assertTrue(steps.get("count").asInt() >= 8, steps::toString);
    }

    @Test
    void anExplanationLeadsBackToWhatIsGiven() {
        JsonNode explained = answer("explain", experiment("lecture", "'address': 'delta.2.2@1', 'depth': 6"));
        List<String> given = explained.findParents("step").stream()
                .filter(node -> node.get("step").isNull())
                .map(node -> node.get("address").asString())
                .toList();
        assertTrue(given.contains("Theta.2.1.2"), given::toString);
        assertTrue(given.contains("a.1.1@1"), given::toString);
        assertTrue(given.contains("y.1@1"), given::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"J", "J~1", "z.2@1", "Theta.1", "D.2.1", "Delta.1@2", "loss@2~1", "Theta.1.1.1~1"})
    void whateverHasAnAddressIsExplained(String address) {
        JsonNode explained = answer("explain", experiment("lecture", "'address': '" + address + "', 'depth': 6"));
        assertEquals(address, explained.get("address").asString());
    }

    @Test
    void deltaGrowsExampleByExample() {
        JsonNode grown = answer("accumulated", experiment("lecture", ""));
        JsonNode trace = answer("trace", experiment("lecture", ""));
        assertEquals(5, grown.get("accumulated").size());
        assertEquals(0, number(grown, "/accumulated/0/Delta/1/0/0"));
        assertEquals(number(trace, "/layers/2/delta/0/0"), number(grown, "/accumulated/1/Delta/1/0/0"));
        assertEquals(trace.at("/gradients/0/Delta"), grown.at("/accumulated/4/Delta/0"));
    }

    @Test
    void theSignOfTheLikelihoodTurnsDeltaAndNotTheUpdate() {
        JsonNode loss = answer("trace", experiment("lecture", ""));
        JsonNode likelihood = answer("trace", experiment("lecture", "'sign': 'log-likelihood'"));
        assertEquals(-number(loss, "/layers/1/delta/0/1"), number(likelihood, "/layers/1/delta/0/1"));
        assertEquals(number(loss, "/updated/theta/0/0/1"), number(likelihood, "/updated/theta/0/0/1"), 1e-15);
    }

    @Test
    void weightsAreDrawnByARuleAndASeed() {
        String rule = "'theta': {'init': 'he-normal', 'seed': %d}";
        JsonNode one = answer("trace", experiment("relu", rule.formatted(1))).get("theta");
        assertEquals(one, answer("trace", experiment("relu", rule.formatted(1))).get("theta"));
        assertNotEquals(
                one, answer("trace", experiment("relu", rule.formatted(2))).get("theta"));
    }

    @Test
    void anOverflowIsAnsweredAndExplained() {
        JsonNode trace = answer(
                "trace",
                experiment(
                        "regression",
                        "'data': {'x': [[1e308]], 'y': [[0]]}, 'theta': [[[0, 100], [0, 1], [0, 1]], [[0, 1, 1, 1]]]"));
        assertEquals("Infinity", trace.at("/layers/1/z/0/0").asString());
        assertEquals("z.2.1@1", trace.at("/flags/0/quantity").asString());
        assertEquals("overflow", trace.at("/flags/0/flag").asString());
        assertFalse(trace.at("/flags/0/reason").asString().isEmpty());
    }
}
