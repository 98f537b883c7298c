package backstep.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The stepper shows the update that a run made. */
class StepThroughTest extends ApiTest {

    private static final int UPDATES = 3;

    private static JsonNode paused(String training) {
        Answer answer = ask("/api/training/runs", """
                {'network': {'inputs': 2, 'layers': [
                   {'type': 'dense', 'units': 3, 'activation': 'tanh'}, {'type': 'dense', 'units': 1, 'activation': 'sigmoid'}],
                   'loss': 'binary-cross-entropy'},
                 'data': {'dataset': 'xor', 'count': 40, 'seed': 3}, 'lambda': 0.01, 'l1': 0.001, 'start': 'paused',
                 'training': {'optimizer': %s, 'batchSize': 8, 'epochs': 4, 'clipNorm': 0.2,
                   'schedule': {'type': 'exponential', 'gamma': 0.9, 'per': 'iteration'}}}
                """.formatted(training));
        assertEquals(201, answer.status(), answer.text());
        return answer.json();
    }

    private static JsonNode seen(String path) {
        Answer answer = look(path);
        assertEquals(200, answer.status(), answer.text());
        return answer.json();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type': 'sgd', 'learningRate': 0.5}",
                "{'type': 'sgd', 'learningRate': 0.5, 'momentum': 0.9, 'nesterov': true}",
                "{'type': 'adagrad'}",
                "{'type': 'rmsprop'}",
                "{'type': 'adam'}",
                "{'type': 'adamw'}",
                "{'type': 'lamb', 'weightDecay': 0.1}"
            })
    void anUpdateOfARunIsTheOneThatIsSteppedThrough(String optimizer) {
        String run = "/api/training/runs/" + paused(optimizer).get("id").asString();
        for (int k = 0; k < UPDATES; k++) {
            assertEquals(200, ask(run + "/step", "").status());
        }
        String before = run + "/iterations/" + (UPDATES - 1);
        JsonNode made = seen(run + "/iterations/" + UPDATES + "?state=true");
        JsonNode told = ask("/api/network/trace", seen(before + "/experiment").toString())
                .json();
        assertEquals(
                made.get("learningRate").asDouble(), told.get("learningRate").asDouble());
        assertEquals(UPDATES, told.at("/update/t").asInt());
        assertEquals("exponential", told.at("/update/rate/schedule").asString());
        assertEquals(UPDATES - 1, told.at("/update/rate/t").asInt());
        assertNear(made.get("theta"), told.at("/updated/theta"));
        for (JsonNode memory : told.at("/update/memories")) {
            assertNear(made.at("/optimizer/memories/" + memory.get("name").asString()), memory.get("after"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"layer", "unit", "term"})
    void layersWithoutWeightsHaveNoPartInTheUpdate(String grain) {
        String body = """
                {'network': {'inputs': [1, 4, 4], 'layers': [
                   {'type': 'max-pool2d', 'size': 2}, {'type': 'flatten'},
                   {'type': 'dense', 'units': 3, 'activation': 'linear'}, {'type': 'batch-norm', 'activation': 'tanh'},
                   {'type': 'dense', 'units': 1, 'activation': 'sigmoid'}], 'loss': 'binary-cross-entropy'},
                 'theta': {'init': 'xavier-uniform', 'seed': 3}, 'lambda': 0.1,
                 'data': {'x': [[1, 2, 3, 4, 5, 6, 7, 8, 9, 8, 7, 6, 5, 4, 3, 2], [0, 1, 0, 2, 0, 3, 0, 4, 1, 2, 1, 3, 1, 0, 1, 0]],
                          'y': [[1], [0]]},
                 'training': {'optimizer': {'type': 'lamb'}, 'clipNorm': 0.1}, 'grain': '%s'%s}""";
        JsonNode trace = ask("/api/network/trace", body.formatted(grain, "")).json();
        assertEquals(3, trace.at("/update/layers").size(), trace.toString());
        assertEquals(3, trace.at("/update/memories/0/after").size());
        assertEquals(3, trace.at("/updated/theta").size());
        JsonNode steps = ask("/api/network/steps", body.formatted(grain, ", 'count': 1000"))
                .json();
        assertEquals(steps.get("count").asInt(), steps.get("steps").size());
    }

    /** A run with a batch norm, and a branch from its second update, which knows what the batch norm has seen. */
    @Test
    void aMomentHasTheRunningStatisticsOfBatchNorms() {
        String body = """
                {'network': {'inputs': 2, 'layers': [
                   {'type': 'dense', 'units': 3, 'activation': 'linear'}, {'type': 'batch-norm', 'activation': 'tanh'},
                   {'type': 'dense', 'units': 1, 'activation': 'sigmoid'}], 'loss': 'binary-cross-entropy'},
                 'data': {'dataset': 'xor', 'count': 40, 'seed': 3}, 'start': 'paused',
                 'training': {'optimizer': {'type': 'sgd', 'learningRate': 0.5}, 'batchSize': 8, 'epochs': 4}%s}
                """;
        String id =
                ask("/api/training/runs", body.formatted("")).json().get("id").asString();
        String run = "/api/training/runs/" + id;
        ask(run + "/step", "");
        ask(run + "/step", "");
        JsonNode seen = seen(run + "/iterations/2").get("running");
        assertEquals(3, seen.get(0).size());
        assertNotEquals(0, seen.at("/0/0/0").asDouble());
        assertEquals(seen, seen(run + "/iterations/2/experiment").at("/training/state/running"));
        String branch = ", 'branch': {'run': '%s', 'iteration': 2}".formatted(id);
        JsonNode branched = ask("/api/training/runs", body.formatted(branch)).json();
        assertEquals(seen(run + "/iterations/2").get("running"), branched.at("/experiment/training/state/running"));
        String start = "/api/training/runs/" + branched.get("id").asString() + "/iterations/2";
        assertEquals(seen, seen(start).get("running"));
    }

    @Test
    void runningStatisticsThatDoNotFitAreRefused() {
        Answer answer = ask("/api/network/trace", """
                {'network': {'inputs': 2, 'layers': [{'type': 'batch-norm'}, {'type': 'dense', 'units': 1, 'activation': 'sigmoid'}],
                   'loss': 'binary-cross-entropy'}, 'data': {'x': [[0, 1], [1, 0]], 'y': [[0], [1]]},
                 'training': {'state': {'updates': 0, 'running': [[[0, 1], [0, -1]]]}}}
                """);
        assertEquals(400, answer.status(), answer.text());
        assertEquals(
                "/training/state/running/0/1/1", answer.json().get("pointer").asString());
    }

    /** The run may compute with another library, which adds in another order. */
    private static void assertNear(JsonNode expected, JsonNode told) {
        assertEquals(expected.size(), told.size());
        for (int k = 0; k < expected.size(); k++) {
            if (expected.get(k).isNumber()) {
                assertEquals(expected.get(k).asDouble(), told.get(k).asDouble(), 1e-9);
            } else {
                assertNear(expected.get(k), told.get(k));
            }
        }
    }
}
