package backstep.server;

import static backstep.server.OpenApiDocument.assertDescribed;
import static backstep.server.OpenApiDocument.operation;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Holds what the document at /openapi says of runs against runs. */
class TrainingOpenApiTest extends ApiTest {

    private static final String RUNS = "/api/training/runs";
    private static final String RUN = RUNS + "/{id}";
    private static final String MOMENT = RUN + "/iterations/{k}";

    private static final JsonNode START = operation(RUNS, "post");

    /** A run of the example, which is paused after so many updates. */
    private static String stepped(int updates) {
        String request =
                START.at("/requestBody/content/application~1json/example").toString();
        String id = ask(RUNS, request).json().get("id").asString();
        for (int k = 0; k < updates; k++) {
            ask(RUNS + "/" + id + "/step", "");
        }
        return id;
    }

    private static Answer seen(String template, String id, int k, String query) {
        return look(template.replace("{id}", id).replace("{k}", Integer.toString(k)) + query);
    }

    /** The example, but for the name of the run, which is another each time, and for what the machine has. */
    private static void assertExample(JsonNode operation, String status, String id, Answer answer) {
        JsonNode example = OpenApiDocument.example(operation, status).deepCopy();
        if (example.has("id")) {
            ((ObjectNode) example).put("id", id);
        }
        if (example.has("engine")) {
            ((ObjectNode) example).set("engine", answer.json().get("engine"));
        }
        if (example.has("lenses")) {
            ((ObjectNode) example).set("lenses", answer.json().get("lenses"));
        }
        assertDescribed(operation, answer);
        assertTrue(example.equals(OpenApiDocument::compare, answer.json()), () -> example + "\n" + answer.text());
    }

    @Test
    void aStartedRunIsAsItsExample() {
        Answer answer = ask(
                RUNS, START.at("/requestBody/content/application~1json/example").toString());
        assertExample(START, "201", answer.at("/id"), answer);
    }

    @Test
    void aRunIsAsItsExample() {
        String id = stepped(0);
        assertExample(operation(RUN, "get"), "200", id, seen(RUN, id, 0, ""));
    }

    @ParameterizedTest
    @CsvSource({"pause, 1, 200", "step, 0, 200"})
    void whatARunIsToldIsAnsweredAsTheExampleIs(String verb, int before, String status) {
        String id = stepped(before);
        assertExample(operation(RUN + "/" + verb, "post"), status, id, ask(RUNS + "/" + id + "/" + verb, ""));
    }

    @Test
    void aPaceIsAnsweredAsTheExampleIs() {
        JsonNode pace = operation(RUN + "/pace", "post");
        String id = stepped(0);
        String example =
                pace.at("/requestBody/content/application~1json/example").toString();
        assertExample(pace, "200", id, ask(RUNS + "/" + id + "/pace", example));
        Answer refused = ask(RUNS + "/" + id + "/pace", "{'updatesPerSecond': 0}");
        assertEquals("/updatesPerSecond", refused.at("/pointer"));
        assertDescribed(pace, refused);
        assertDescribed(pace, ask(RUNS + "/" + id + "/pace", "{}"));
    }

    @Test
    void picturesAreDescribed() {
        String digits = """
                {'network': {'inputs': 64, 'layers': [{'type': 'dense', 'units': 10, 'activation': 'softmax'}],
                   'loss': 'cross-entropy'}, 'data': {'dataset': 'digits', 'count': 200}, 'start': 'paused'}""";
        String id = ask(RUNS, digits).at("/id");
        Answer pictures = seen(MOMENT + "/pictures", id, 0, "?count=3");
        assertEquals(200, pictures.status(), pictures.text());
        assertDescribed(operation(MOMENT + "/pictures", "get"), pictures);
        assertEquals(3, pictures.json().get("pictures").size());
        assertEquals(64, pictures.json().at("/pictures/0/pixels").size());
        String one = MOMENT + "/pictures/{picture}/experiment";
        Answer alone = seen(one.replace("{picture}", "5"), id, 0, "");
        assertDescribed(operation(one, "get"), alone);
        assertEquals(1, alone.json().at("/data/x").size());
        assertEquals(400, seen(one.replace("{picture}", "60"), id, 0, "").status());
        assertEquals(400, seen(MOMENT + "/pictures", stepped(0), 0, "").status());
    }

    @Test
    void momentsAreAsTheirExamples() {
        String id = stepped(1);
        assertExample(operation(MOMENT, "get"), "200", id, seen(MOMENT, id, 1, ""));
        assertExample(operation(MOMENT + "/experiment", "get"), "200", id, seen(MOMENT + "/experiment", id, 1, ""));
        assertExample(
                operation(MOMENT + "/weight", "get"),
                "200",
                id,
                seen(MOMENT + "/weight", id, 1, "?address=Theta.1.1.0"));
        assertDescribed(operation(MOMENT, "get"), seen(MOMENT, id, 0, "?state=true"));
        assertDescribed(operation(MOMENT, "get"), seen(MOMENT, id, 2, ""));
        assertDescribed(operation(MOMENT + "/weight", "get"), seen(MOMENT + "/weight", id, 1, "?address=D.1.1.0"));
        assertDescribed(operation(MOMENT + "/weight", "get"), seen(MOMENT + "/weight", id, 1, ""));
    }

    @Test
    void theDifferenceOfAnUpdateIsAsItsExample() {
        String id = stepped(1);
        String path = MOMENT + "/difference";
        JsonNode operation = operation(path, "get");
        assertExample(operation, "200", id, seen(path, id, 1, "?against=java-float32"));
        assertDescribed(operation, seen(path, id, 1, ""));
        assertDescribed(operation, seen(path, id, 0, ""));
        Answer unknown = seen(path, id, 1, "?against=abacus");
        assertDescribed(operation, unknown);
        assertEquals("/against", unknown.at("/pointer"));
        Answer some = seen(path, id, 1, "?entries=D.1");
        assertDescribed(operation, some);
        assertFalse(some.json().at("/matrices/0").has("reference"), some.text());
        assertTrue(some.json().at("/matrices/1").has("reference"), some.text());
        assertEquals("/entries", seen(path, id, 1, "?entries=Q.1").at("/pointer"));
    }

    @Test
    void aDivergedRunIsDescribed() {
        ObjectNode request = (ObjectNode)
                START.at("/requestBody/content/application~1json/example").deepCopy();
        request.put("start", "running");
        ((ObjectNode) request.at("/training/optimizer")).put("learningRate", 1e200);
        String id = ask(RUNS, request.toString()).json().get("id").asString();
        get(RUNS + "/" + id + "/events");
        Answer run = seen(RUN, id, 0, "");
        assertEquals("diverged", run.at("/state"));
        assertDescribed(operation(RUN, "get"), run);
        int last = run.json().get("iteration").asInt();
        assertDescribed(operation(MOMENT, "get"), seen(MOMENT, id, last, "?state=true"));
        assertDescribed(operation(RUN + "/step", "post"), ask(RUNS + "/" + id + "/step", ""));
        assertDescribed(operation(RUN + "/resume", "post"), ask(RUNS + "/" + id + "/resume", ""));
    }

    @Test
    void theProblemOfARunThatIsNotThereIsReal() {
        Answer missing = look(RUNS + "/nowhere");
        assertDescribed(operation(RUN, "get"), missing);
        JsonNode example = OpenApiDocument.DOCUMENT.at(
                "/components/responses/NoSuchRun/content/application~1problem+json/example");
        assertEquals(example, missing.json());
    }
}
