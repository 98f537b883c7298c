package backstep.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Runs, asked for as a program would. */
class TrainingApiTest extends ApiTest {

    private static final String RUNS = "/api/training/runs";

    private static final String EXPERIMENT = """
            {'network': {'inputs': 2, 'layers': [
               {'type': 'dense', 'units': 4, 'activation': 'tanh'}, {'type': 'dense', 'units': 1, 'activation': 'sigmoid'}],
               'loss': 'binary-cross-entropy'},
             'data': {'dataset': 'xor', 'count': 100, 'seed': 3},
             'training': {'optimizer': {'type': 'adam', 'learningRate': 0.05}, 'batchSize': 8, 'epochs': 4}}""";

    /** {@return the experiment, with these fields beside or in the place of its own} */
    private static String experiment(String more) {
        ObjectNode body = (ObjectNode) Json.MAPPER.readTree(EXPERIMENT.replace('\'', '"'));
        return body.setAll((ObjectNode) Json.MAPPER.readTree("{" + more.replace('\'', '"') + "}"))
                .toString();
    }

    private static JsonNode started(String more) {
        Answer answer = ask(RUNS, experiment(more));
        assertEquals(201, answer.status(), answer.text());
        return answer.json();
    }

    private static String path(JsonNode run) {
        return RUNS + "/" + run.get("id").asString();
    }

    private static JsonNode seen(String path) {
        Answer answer = look(path);
        assertEquals(200, answer.status(), answer.text());
        return answer.json();
    }

    /** {@return the run when it goes no longer} */
    private static JsonNode finished(JsonNode run) {
        get(path(run) + "/events", "Accept", "text/event-stream");
        return seen(path(run));
    }

    private static JsonNode told(JsonNode run, String what) {
        Answer answer = ask(path(run) + "/" + what, "");
        assertEquals(200, answer.status(), answer.text());
        return answer.json();
    }

    @Test
    void ofManyEntriesThoseThatDifferMostComeAloneUntilAMatrixIsAskedFor() {
        Answer begun = ask("/api/training/runs", """
                {'network': {'inputs': 784, 'layers': [{'type': 'dense', 'units': 40, 'activation': 'relu'},
                   {'type': 'dense', 'units': 10, 'activation': 'softmax'}], 'loss': 'cross-entropy'},
                 'data': {'dataset': 'digits', 'size': 28, 'count': 20}, 'start': 'paused'}
                """);
        String run = "/api/training/runs/" + begun.at("/id");
        ask(run + "/step", "");
        String difference = run + "/iterations/1/difference?against=java-float32";
        JsonNode first = look(difference).json().at("/matrices/0");
        assertFalse(first.has("reference"), "the entries of a large matrix");
        assertEquals(40 * 785, first.get("rows").asInt() * first.get("columns").asInt());
        assertEquals(20, first.get("mostApart").size());
        assertEquals(first.get("largest"), first.at("/mostApart/0"));
        assertTrue(first.get("distance").asDouble() > 0);
        JsonNode asked = look(difference + "&entries=Theta.1").json().at("/matrices/0");
        assertEquals(40, asked.get("reference").size());
        assertEquals(first.get("mostApart"), asked.get("mostApart"));
    }

    @Test
    void aRunIsMadeAndGoes() {
        HttpResponse<String> answer = post(RUNS, experiment(""));
        assertEquals(201, answer.statusCode(), answer.body());
        JsonNode run = Json.MAPPER.readTree(answer.body());
        assertEquals(path(run), header(answer, "Location"));
        assertEquals(9, run.get("iterationsPerEpoch").asInt());
        JsonNode done = finished(run);
        assertEquals("done", done.get("state").asString());
        assertEquals(36, done.get("iteration").asInt());
        assertEquals(4, done.get("epoch").asInt());
        assertEquals(5, done.get("metrics").size());
    }

    @Test
    void aRunSaysWhatItTrains() {
        JsonNode run = started("'start': 'paused'");
        assertEquals("[2,4,1]", run.at("/network/sizes").toString());
        assertEquals("ejml", run.at("/engine/name").asString());
        JsonNode data = run.get("data");
        assertEquals("binary", data.get("kind").asString());
        assertEquals(70, data.get("train").asInt());
        assertEquals(30, data.get("test").asInt());
        assertEquals(100, data.get("x").size());
        assertEquals(2, data.get("bounds").size());
        assertEquals("adam", run.at("/experiment/training/optimizer/type").asString());
    }

    @Test
    void aPausedRunMakesOneUpdateAtAStep() {
        JsonNode run = started("'start': 'paused'");
        assertEquals("paused", run.get("state").asString());
        assertEquals(1, told(run, "step").get("iteration").asInt());
        assertEquals(2, told(run, "step").get("iteration").asInt());
        assertEquals("paused", seen(path(run)).get("state").asString());
    }

    @Test
    void whatAMomentHoldsIsTheUpdateThatLedToIt() {
        JsonNode run = started("'start': 'paused'");
        told(run, "step");
        JsonNode start = seen(path(run) + "/iterations/0");
        JsonNode first = seen(path(run) + "/iterations/1?state=true");
        assertEquals(0, start.get("batch").size());
        assertEquals(8, first.get("batch").size());
        assertEquals(0.05, first.get("learningRate").asDouble());
        assertFalse(start.get("theta").equals(first.get("theta")));
        assertEquals(1, first.at("/optimizer/updates").asInt());
        assertEquals(2, first.at("/optimizer/memories/m").size());
    }

    @Test
    void theUpdateOfAWeightIsToldNumberByNumber() {
        JsonNode run = started("'start': 'paused'");
        told(run, "step");
        JsonNode weight = seen(path(run) + "/iterations/1/weight?address=Theta.1.2.0");
        JsonNode theta = seen(path(run) + "/iterations/1").at("/theta/0/1/0");
        assertEquals(theta.asDouble(), weight.get("next").asDouble());
        assertEquals(0.1 * weight.get("slope").asDouble(), weight.get("m").asDouble(), 1e-12);
    }

    @Test
    void theNextUpdateIsAnExperimentOfItsOwn() {
        JsonNode run = started("'start': 'paused'");
        told(run, "step");
        JsonNode document = seen(path(run) + "/iterations/1/experiment");
        Answer trace = ask("/api/network/trace", document.toString());
        assertEquals(200, trace.status(), trace.text());
        told(run, "step");
        JsonNode second = seen(path(run) + "/iterations/2");
        assertEquals(second.get("cost").asDouble(), trace.json().get("cost").asDouble(), 1e-12);
        JsonNode again = Json.MAPPER.readTree(post(RUNS, document.toString()).body());
        assertEquals(
                second.get("theta"),
                seen(path(finished(again)) + "/iterations/1").get("theta"));
    }

    @Test
    void aBranchGoesOnAsItsRunDoes() {
        JsonNode run = started("");
        JsonNode done = finished(run);
        JsonNode branch = started("'branch': {'run': '" + run.get("id").asString() + "', 'iteration': 20}");
        assertEquals(20, branch.get("start").asInt());
        assertEquals(36, finished(branch).get("iteration").asInt());
        assertEquals(
                seen(path(done) + "/iterations/36").get("theta"),
                seen(path(branch) + "/iterations/36").get("theta"));
        JsonNode copy = Json.MAPPER.readTree(
                post(RUNS, branch.get("experiment").toString()).body());
        assertEquals(
                seen(path(branch) + "/iterations/36").get("theta"),
                seen(path(finished(copy)) + "/iterations/36").get("theta"));
    }

    @Test
    void aBranchMayHaveOtherSettings() {
        JsonNode run = finished(started(""));
        JsonNode branch = started("'branch': {'run': '" + run.get("id").asString() + "', 'iteration': 36},"
                + "'training': {'optimizer': {'type': 'sgd'}, 'epochs': 5, 'batchSize': 70}");
        assertEquals(5, finished(branch).get("iteration").asInt());
    }

    @Test
    void aBranchStopsEarlyWhereItsRunDoes() {
        String still = "'training': {'optimizer': {'type': 'sgd', 'learningRate': 0}, 'epochs': 50, 'batchSize': 70,"
                + "'earlyStopping': {'patience': 6}}";
        JsonNode run = finished(started(still));
        JsonNode branch =
                started(still + ", 'branch': {'run': '" + run.get("id").asString() + "', 'iteration': 4}");
        assertEquals(3, branch.at("/experiment/training/state/best/epochsSince").asInt());
        assertEquals(
                run.get("iteration").asInt(), finished(branch).get("iteration").asInt());
        JsonNode copy = Json.MAPPER.readTree(
                post(RUNS, branch.get("experiment").toString()).body());
        assertEquals(
                run.get("iteration").asInt(), finished(copy).get("iteration").asInt());
    }

    @Test
    void aRunThatDivergesSaysWhere() {
        JsonNode run =
                started("'network': {'inputs': 2, 'layers': [{'type': 'dense', 'units': 1, 'activation': 'linear'}],"
                        + "'loss': 'squared-error'}, 'data': {'dataset': 'plane'},"
                        + "'training': {'optimizer': {'learningRate': 1e9}, 'epochs': 100}");
        JsonNode diverged = finished(run);
        assertEquals("diverged", diverged.get("state").asString());
        assertTrue(diverged.at("/divergence/update").asInt() > 0);
        assertFalse(diverged.get("reason").asString().isEmpty());
        assertEquals(
                200,
                look(path(run) + "/iterations/" + diverged.get("iteration").asInt())
                        .status());
    }

    @Test
    void aDeletedRunIsGone() {
        JsonNode run = started("");
        assertEquals(204, send(request(path(run)).DELETE()).statusCode());
        Answer gone = look(path(run));
        assertEquals(404, gone.status());
        assertTrue(
                gone.at("/detail").startsWith("There is no run " + run.get("id").asString()), gone.text());
    }

    @Test
    void aRunThatGoesOrIsDoneMakesNoStep() {
        JsonNode run = finished(started(""));
        Answer answer = ask(path(run) + "/step", "");
        assertEquals(409, answer.status());
        assertEquals(
                "Run " + run.get("id").asString() + " is done; branch it to go on under other settings.",
                answer.at("/detail"));
    }

    @Test
    void aConvolutionalNetworkIsTrained() {
        JsonNode run = started("'network': {'inputs': [1, 16, 16], 'layers': ["
                + "{'type': 'conv2d', 'filters': 2, 'kernel': 3, 'activation': 'relu'}, {'type': 'max-pool2d', 'size': 2},"
                + "{'type': 'flatten'}, {'type': 'dense', 'units': 8, 'activation': 'linear'},"
                + "{'type': 'batch-norm', 'activation': 'relu'},"
                + "{'type': 'dense', 'units': 4, 'activation': 'sigmoid'}], 'loss': 'binary-cross-entropy'},"
                + "'data': {'dataset': 'street', 'count': 40},"
                + "'training': {'optimizer': {'type': 'adam'}, 'epochs': 2, 'batchSize': 7}");
        JsonNode done = finished(run);
        assertEquals("done", done.get("state").asString(), done::toString);
        JsonNode document = seen(path(run) + "/iterations/3/experiment");
        JsonNode again = Json.MAPPER.readTree(post(RUNS, document.toString()).body());
        assertEquals(
                seen(path(run) + "/iterations/4").get("theta"),
                seen(path(finished(again)) + "/iterations/1").get("theta"));
    }

    @Test
    void runsAreListed() {
        JsonNode run = started("'start': 'paused', 'title': 'a listed one'");
        assertTrue(
                look(RUNS).text().contains("\"id\":\"" + run.get("id").asString() + "\",\"title\":\"a listed one\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"37", "-1", "x", "99999999999"})
    void aMomentThatIsNoneIsRefused(String k) {
        JsonNode run = finished(started(""));
        Answer answer = look(path(run) + "/iterations/" + k);
        assertEquals(400, answer.status(), answer.text());
        assertEquals("/k", answer.at("/pointer"));
    }

    @Test
    void eventsTellEveryPointAndTheEnd() {
        JsonNode run = started("");
        HttpResponse<String> events = get(path(run) + "/events", "Accept", "text/event-stream");
        assertEquals("text/event-stream", header(events, "Content-Type").split(";", 2)[0]);
        String text = events.body();
        assertEquals(5, text.split("event: metrics", -1).length - 1);
        assertTrue(text.contains("event: state\ndata: {\"state\":\"done\""), text);
    }

    @Test
    void aBodyIsNeededToStartAndNoneToPause() {
        assertEquals(
                415, send(request(RUNS).POST(BodyPublishers.ofString("{}"))).statusCode());
        assertEquals(404, ask(RUNS + "/nowhere/pause", "").status());
    }
}
