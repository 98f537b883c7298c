package backstep.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Sweeps, asked for as a program would. */
class SweepApiTest extends ApiTest {

    private static final String SWEEPS = "/api/training/sweeps";

    private static final String EXPERIMENT = """
            {'network': {'inputs': 2, 'layers': [
               {'type': 'dense', 'units': 4, 'activation': 'tanh'}, {'type': 'dense', 'units': 1, 'activation': 'sigmoid'}],
               'loss': 'binary-cross-entropy'},
             'data': {'dataset': 'xor', 'count': 60, 'seed': 3},
             'training': {'optimizer': {'type': 'sgd', 'learningRate': 0.1, 'momentum': 0.9}, 'batchSize': 8, 'epochs': EPOCHS}}""";

    private static JsonNode started(int epochs, String rows, String columns) {
        Answer answer = asked(epochs, rows, columns);
        assertEquals(201, answer.status(), answer.text());
        return answer.json();
    }

    private static Answer asked(int epochs, String rows, String columns) {
        ObjectNode body = (ObjectNode)
                Json.MAPPER.readTree(EXPERIMENT.replace("EPOCHS", "" + epochs).replace('\'', '"'));
        body.set("rows", Json.MAPPER.readTree(rows.replace('\'', '"')));
        body.set("columns", Json.MAPPER.readTree(columns.replace('\'', '"')));
        return ask(SWEEPS, body.toString());
    }

    private static String axis(String setting, String values) {
        return "{'setting': '" + setting + "', 'values': [" + values + "]}";
    }

    private static String path(JsonNode sweep) {
        return SWEEPS + "/" + sweep.get("id").asString();
    }

    private static String run(JsonNode sweep, int row, int column) {
        return "/api/training/runs/"
                + sweep.at("/cells/" + row + "/" + column + "/run").asString();
    }

    /** {@return the sweep when none of its runs goes any longer} */
    private static JsonNode finished(JsonNode sweep) {
        for (JsonNode row : sweep.get("cells")) {
            for (JsonNode cell : row) {
                get("/api/training/runs/" + cell.get("run").asString() + "/events");
            }
        }
        return look(path(sweep)).json();
    }

    private static void delete(JsonNode sweep) {
        assertEquals(204, send(request(path(sweep)).DELETE()).statusCode());
    }

    @Test
    void everyCellIsARunOfItsOwnWithItsSettings() {
        JsonNode sweep = started(2, axis("learningRate", "0.01, 0.1, 1"), axis("batchSize", "4, 16"));
        assertEquals(6, sweep.get("of").asInt());
        assertEquals(3, sweep.get("cells").size());
        JsonNode experiment = look(run(sweep, 2, 1)).json().get("experiment");
        assertEquals(1, experiment.at("/training/optimizer/learningRate").asDouble());
        assertEquals(0.9, experiment.at("/training/optimizer/momentum").asDouble());
        assertEquals(16, experiment.at("/training/batchSize").asInt());
        assertEquals("learningRate 1, batchSize 16", experiment.get("title").asString());
        delete(sweep);
    }

    @Test
    void itsRunsGoToTheirEndsAndTellHowTheyDid() {
        JsonNode done = finished(started(3, axis("learningRate", "0.01, 0.5"), axis("seed", "1, 2")));
        assertEquals(4, done.get("done").asInt());
        for (int row = 0; row < 2; row++) {
            JsonNode cell = done.at("/cells/" + row + "/1");
            assertEquals("done", cell.get("state").asString());
            assertEquals(3, cell.get("epoch").asInt());
            JsonNode last = look(run(done, row, 1)).json().at("/metrics/3");
            assertEquals(last.get("trainLoss"), cell.get("trainLoss"));
            assertEquals(last.get("testAccuracy"), cell.get("testAccuracy"));
        }
        delete(done);
    }

    @Test
    void aCellIsTheVeryRunThatItsDocumentGives() {
        JsonNode sweep = finished(started(2, axis("width", "3, 5"), axis("depth", "1, 3")));
        JsonNode cell = look(run(sweep, 1, 1)).json();
        assertEquals("[2,5,5,5,1]", cell.at("/network/sizes").toString());
        Answer alone = ask("/api/training/runs", cell.get("experiment").toString());
        get("/api/training/runs/" + alone.at("/id") + "/events");
        assertEquals(
                cell.get("metrics"),
                look("/api/training/runs/" + alone.at("/id")).json().get("metrics"));
        delete(sweep);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    optimizer  | 'adam'        | /training/optimizer/type     | "adam"
                    momentum   | 0.5           | /training/optimizer/momentum | 0.5
                    clipNorm   | 1             | /training/clipNorm           | 1.0
                    lambda     | 0.1           | /lambda                      | 0.1
                    l1         | 0.1           | /l1                          | 0.1
                    activation | 'relu'        | /network/layers/0/activation | "relu"
                    init       | 'he-normal'   | /theta/init                  | "he-normal"
                    seed       | 9             | /theta/seed                  | 9
                    seed       | 9             | /training/seed               | 9
                    count      | 30            | /data/count                  | 30
                    noise      | 0.3           | /data/noise                  | 0.3
                    """, quoteCharacter = '`')
    void everySettingStandsInTheDocument(String setting, String value, String pointer, String expected) {
        JsonNode sweep = started(1, axis(setting, value), axis("batchSize", "7"));
        JsonNode experiment = look(run(sweep, 0, 0)).json().get("experiment");
        assertEquals(expected, experiment.at(pointer).toString());
        delete(sweep);
    }

    @Test
    void anotherOptimizerHasNoneOfTheConstantsOfTheFirst() {
        JsonNode sweep = started(1, axis("learningRate", "0.2"), axis("optimizer", "'sgd', 'lamb'"));
        JsonNode sgd = look(run(sweep, 0, 0)).json().at("/experiment/training/optimizer");
        JsonNode lamb = look(run(sweep, 0, 1)).json().at("/experiment/training/optimizer");
        assertEquals("{\"type\":\"sgd\",\"learningRate\":0.2,\"momentum\":0.9}", sgd.toString());
        assertEquals("{\"type\":\"lamb\",\"learningRate\":0.2}", lamb.toString());
        delete(sweep);
    }

    @Test
    void deletingASweepEndsItsRuns() {
        JsonNode sweep = started(1_000_000, axis("learningRate", "0.1"), axis("seed", "1, 2"));
        delete(sweep);
        assertEquals(404, look(run(sweep, 0, 0)).status());
        assertEquals(404, look(run(sweep, 0, 1)).status());
        Answer gone = look(path(sweep));
        assertEquals(404, gone.status());
        assertTrue(gone.at("/detail").startsWith("There is no sweep"), gone.text());
    }

    @Test
    void whatARunCameToStaysWhenItIsForgotten() {
        JsonNode sweep = finished(started(2, axis("learningRate", "0.1"), axis("seed", "1, 2")));
        assertEquals(204, send(request(run(sweep, 0, 0)).DELETE()).statusCode());
        JsonNode after = look(path(sweep)).json();
        ObjectNode before = (ObjectNode) sweep.at("/cells/0/0");
        before.remove("run");
        assertEquals(before, after.at("/cells/0/0"));
        assertTrue(after.at("/cells/0/1").has("run"));
        delete(sweep);
    }

    @Test
    void aSweepIsPausedAndResumedAsAWhole() {
        JsonNode sweep = started(1_000_000, axis("learningRate", "0.1"), axis("seed", "1, 2"));
        Answer paused = ask(path(sweep) + "/pause", "");
        assertEquals("paused", paused.at("/cells/0/0/state"));
        assertEquals("paused", paused.at("/cells/0/1/state"));
        Answer resumed = ask(path(sweep) + "/resume", "");
        assertFalse(resumed.at("/cells/0/0/state").equals("paused"), resumed.text());
        delete(sweep);
    }

    @Test
    void whereThereIsNoRoomForAllNoneIsMade() {
        String rows = axis("seed", "1, 2, 3, 4, 5, 6, 7, 8");
        String columns = axis("learningRate", "1, 2, 3, 4, 5, 6, 7");
        List<JsonNode> going = Stream.generate(() -> started(1_000_000, rows, columns))
                .limit(4)
                .toList();
        int before = look("/api/training/runs").json().size();
        Answer refused = asked(1, rows, columns);
        assertEquals(429, refused.status(), refused.text());
        assertTrue(refused.at("/detail").startsWith("There is no room for 56 runs: 256 are kept and "), refused.text());
        assertEquals(before, look("/api/training/runs").json().size());
        going.forEach(SweepApiTest::delete);
    }

    @Test
    void sweepsAreListed() {
        JsonNode sweep = started(1, axis("lambda", "0"), axis("l1", "0"));
        assertTrue(look(SWEEPS).text().contains("\"id\":\"" + sweep.get("id").asString() + "\""));
        delete(sweep);
    }

    @Test
    void settingsAreOfferedWithValuesThatCanBeSwept() {
        JsonNode settings = look(SWEEPS + "/settings").json();
        assertEquals(14, settings.size());
        for (JsonNode setting : settings) {
            JsonNode values = setting.get("values");
            assertTrue(values.size() <= SweepRequest.MOST, setting.toString());
            String name = setting.get("setting").asString();
            String other = name.equals("batchSize") ? "l1" : "batchSize";
            JsonNode sweep =
                    started(1, "{\"setting\": \"" + name + "\", \"values\": " + values + "}", axis(other, "4"));
            delete(sweep);
        }
    }
}
