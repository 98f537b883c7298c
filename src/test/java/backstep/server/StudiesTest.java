package backstep.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class StudiesTest extends ApiTest {

    private static final String RUN = "{'network': {'inputs': 1, 'layers': [{'type': 'dense', 'units': UNITS,"
            + " 'activation': 'linear'}], 'loss': 'squared-error'}, 'theta': {'init': 'constant'},"
            + " 'data': {'x': [[1], [2]], 'y': [Y, Y]},"
            + " 'training': {'optimizer': {'type': 'sgd', 'learningRate': LR}, 'epochs': 4, 'shuffle': false},"
            + " 'start': 'paused'}";

    private static String run(int units, String learningRate) {
        String y = units == 1 ? "[3]" : "[3, 1]";
        return ask(
                        "/api/training/runs",
                        RUN.replace("UNITS", "" + units).replace("Y", y).replace("LR", learningRate))
                .json()
                .get("id")
                .asString();
    }

    private static void step(String run, int times) {
        for (int k = 0; k < times; k++) {
            assertEquals(200, ask("/api/training/runs/" + run + "/step", "{}").status());
        }
    }

    private static JsonNode surface(String run, String question) {
        Answer answer = look("/api/training/runs/" + run + "/surface?" + question);
        assertEquals(200, answer.status(), answer.text());
        return answer.json();
    }

    @Test
    void theSurfaceHasTheRunInItsMiddleAndItsWayFromTheStart() {
        String run = run(1, "0.05");
        step(run, 3);
        JsonNode surface = surface(run, "resolution=5&seed=2");
        JsonNode points = surface.at("/paths/0/points");
        assertEquals(4, points.size());
        assertEquals(0, points.get(3).get("alpha").asDouble(), 1e-12);
        assertEquals(
                surface.get("costs").get(2).get(2).asDouble(),
                points.get(3).get("cost").asDouble(),
                1e-12);
        assertTrue(
                points.get(0).get("cost").asDouble() > points.get(3).get("cost").asDouble());
    }

    @Test
    void betweenTwoRunsTheSurfaceHasBothEnds() {
        String one = run(1, "0.05");
        String two = run(1, "0.01");
        step(one, 3);
        step(two, 3);
        JsonNode paths = surface(one, "resolution=3&with=" + two).get("paths");
        assertEquals(0, paths.get(0).get("points").get(3).get("alpha").asDouble(), 1e-12);
        assertEquals(1, paths.get(1).get("points").get(3).get("alpha").asDouble(), 1e-12);
        assertEquals(0, paths.get(1).get("points").get(3).get("distance").asDouble(), 1e-12);
    }

    @Test
    void aRunOfAnotherNetworkLiesOnNoCommonPlane() {
        Answer answer = look("/api/training/runs/" + run(1, "0.1") + "/surface?with=" + run(2, "0.1"));
        assertEquals(
                "/with: must be a run of a network of 1–1 units, was of 1–2",
                answer.json().get("detail").asString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            resolution=2 | /resolution: must be 3 to 61, was 2
            resolution=x | /resolution: must be a whole number, was "x"
            seed=-1 | /seed: must be 0 to 1000000, was -1
            """)
    void aSurfaceThatCannotBeIsRefused(String question, String detail) {
        Answer answer = look("/api/training/runs/" + run(1, "0.1") + "/surface?" + question);
        assertEquals(400, answer.status());
        assertEquals(detail, answer.json().get("detail").asString());
    }

    @Test
    void theCurveOfBumpsIsThatOfTheirNetwork() {
        JsonNode answer = ask(
                        "/api/training/approximation",
                        "{'function': 'x^2', 'from': 0, 'to': 2, 'count': 4, 'points': 5, 'shown': 4}")
                .json();
        String data = "'data': {'x': [[0], [0.5], [1], [1.5], [2]], 'y': [[0], [0], [0], [0], [0]]}";
        JsonNode experiment = answer.get("experiment");
        JsonNode trace = ask(
                        "/api/network/trace",
                        "{'network': " + experiment.get("network") + ", 'theta': " + experiment.get("theta") + ", "
                                + data + "}")
                .json();
        for (int e = 0; e < 5; e++) {
            assertEquals(
                    trace.at("/layers/2/a").get(e).get(0).asDouble(),
                    answer.get("curve").get(e).asDouble(),
                    1e-15);
        }
        assertEquals(4, answer.get("target").get(4).asDouble());
        assertEquals(2.25, answer.get("bumps").get(2).get("height").asDouble() * 1.44, 1e-12);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'function': 'ln(x)'} | /function: has no value at x = −1: ln needs a positive number, was −1.
            {'function': 'y'} | /function: must have no variable but x, has y; write x, or a number, for it
            {'function': 'x', 'from': 2} | /to: must be above from, 2.0, was 1.0
            {'function': 'x', 'count': 201} | /count: must be 1 to 200, was 201
            {'function': 'x', 'count': 2, 'shown': 5} | /shown: must be 0 to 4, was 5
            """)
    void bumpsThatCannotBeAreRefused(String request, String detail) {
        Answer answer = ask("/api/training/approximation", request);
        assertEquals(400, answer.status());
        assertEquals(detail, answer.json().get("detail").asString());
    }

    @Test
    void theProgramOfABranchGoesOnFromItsMoment() {
        String run = run(1, "0.05, 'momentum': 0.9");
        step(run, 3);
        String settings = RUN.replace("UNITS", "1").replace("Y", "[3]").replace("LR", "0.05, 'momentum': 0.9");
        String branch = ", 'branch': {'run': '" + run + "', 'iteration': 2}}";
        Answer program = ask("/api/training/code", settings.replace(", 'start': 'paused'}", branch));
        assertEquals(200, program.status(), program.text());
        String text = program.at("/text");
        assertTrue(text.contains("for epoch in range(3, 4 + 1):"), text);
        assertTrue(text.contains("# What the optimizer remembers of 2 updates"), text);
        JsonNode moment = look("/api/training/runs/" + run + "/iterations/2").json();
        JsonNode theta = moment.at("/theta/0/0");
        assertTrue(
                text.contains(
                        "[" + theta.get(0).asString() + ", " + theta.get(1).asString() + "]"),
                text + moment);
    }

    @Test
    void aProgramGoesOnFromNoRunThatIsNotThere() {
        String settings = RUN.replace("UNITS", "1").replace("Y", "[3]").replace("LR", "0.05");
        Answer program = ask(
                "/api/training/code",
                settings.replace(", 'start': 'paused'}", ", 'branch': {'run': 'none', 'iteration': 2}}"));
        assertEquals(404, program.status());
    }
}
