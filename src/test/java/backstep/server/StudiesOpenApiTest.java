package backstep.server;

import static backstep.server.OpenApiDocument.assertDescribed;
import static backstep.server.OpenApiDocument.mistakes;
import static backstep.server.OpenApiDocument.operation;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Holds what the document at /openapi says of sweeps and diagnoses against real ones. */
class StudiesOpenApiTest extends ApiTest {

    private static final String RUNS = "/api/training/runs";
    private static final String DIAGNOSIS = RUNS + "/{id}/diagnosis";
    private static final String SWEEPS = "/api/training/sweeps";
    private static final String SWEEP = SWEEPS + "/{id}";

    private static Answer started() {
        return ask(
                SWEEPS,
                operation(SWEEPS, "post")
                        .at("/requestBody/content/application~1json/example")
                        .toString());
    }

    private static void awaitEnd(Answer sweep) {
        sweep.json()
                .at("/cells")
                .valueStream()
                .flatMap(JsonNode::valueStream)
                .forEach(cell -> get(RUNS + "/" + cell.get("run").asString() + "/events"));
    }

    /** What has another name each time is called as in the example. */
    private static JsonNode named(JsonNode sweep, JsonNode example) {
        ObjectNode named = ((ObjectNode) sweep).deepCopy();
        named.set("id", example.get("id"));
        for (int row = 0; row < example.get("cells").size(); row++) {
            ArrayNode cells = (ArrayNode) named.at("/cells/" + row);
            for (int column = 0; column < cells.size(); column++) {
                ((ObjectNode) cells.get(column)).set("run", example.at("/cells/" + row + "/" + column + "/run"));
            }
        }
        return named;
    }

    @Test
    void aSweepThatIsDoneIsAsItsExample() {
        Answer start = started();
        assertDescribed(operation(SWEEPS, "post"), start);
        awaitEnd(start);
        Answer done = look(SWEEPS + "/" + start.at("/id"));
        assertDescribed(operation(SWEEP, "get"), done);
        JsonNode example = OpenApiDocument.example(operation(SWEEP, "get"), "200");
        JsonNode real = named(done.json(), example);
        assertTrue(example.equals(OpenApiDocument::compare, real), () -> example + "\n" + real);
    }

    @ParameterizedTest
    @CsvSource({"pause", "resume"})
    void whatASweepIsToldIsAnsweredAsDescribed(String verb) {
        Answer start = started();
        assertDescribed(operation(SWEEP + "/" + verb, "post"), ask(SWEEPS + "/" + start.at("/id") + "/" + verb, ""));
        assertDescribed(operation(SWEEP + "/" + verb, "post"), ask(SWEEPS + "/nowhere/" + verb, ""));
    }

    @Test
    void listsAreAsDescribed() {
        started();
        assertDescribed(operation(SWEEPS, "get"), look(SWEEPS));
        Answer settings = look(SWEEPS + "/settings");
        assertDescribed(operation(SWEEPS + "/settings", "get"), settings);
        assertEquals(OpenApiDocument.example(operation(SWEEPS + "/settings", "get"), "200"), settings.json());
    }

    @ParameterizedTest
    @CsvSource({SWEEPS + ", post, 201", SWEEPS + ", get, 200", SWEEP + "/pause, post, 200", SWEEP + "/resume, post, 200"
    })
    void examplesAreAsTheirSchemasSay(String path, String method, String status) {
        JsonNode schema = operation(path, method).at("/responses/" + status + "/content/application~1json/schema");
        assertEquals(List.of(), mistakes(schema, OpenApiDocument.example(operation(path, method), status)));
    }

    @Test
    void aSweepThatIsRefusedIsAsDescribed() {
        assertDescribed(operation(SWEEPS, "post"), ask(SWEEPS, "{}"));
        assertDescribed(operation(SWEEPS, "post"), askAs("text/plain", SWEEPS, "x"));
    }

    @Test
    void theProblemOfASweepThatIsNotThereIsReal() {
        Answer missing = look(SWEEPS + "/nowhere");
        assertDescribed(operation(SWEEP, "get"), missing);
        assertEquals(
                OpenApiDocument.DOCUMENT.at(
                        "/components/responses/NoSuchSweep/content/application~1problem+json/example"),
                missing.json());
    }

    private static String circle(String more) {
        Answer run = ask(RUNS, """
                {'network': {'inputs': 2, 'layers': [{'type': 'dense', 'units': 1, 'activation': 'sigmoid'}],
                  'loss': 'binary-cross-entropy'}, 'data': {'dataset': 'circle'},
                 'training': {'optimizer': {'learningRate': 0.5}}MORE}""".replace("MORE", more));
        assertEquals(201, run.status(), run.text());
        get(RUNS + "/" + run.at("/id") + "/events");
        return RUNS + "/" + run.at("/id") + "/diagnosis";
    }

    @Test
    void aDiagnosisIsAsItsExample() {
        Answer answer = look(circle(""));
        assertDescribed(operation(DIAGNOSIS, "get"), answer);
        assertEquals(OpenApiDocument.example(operation(DIAGNOSIS, "get"), "200"), answer.json());
    }

    @Test
    void everyDiagnosisIsAsDescribed() {
        String path = circle(", 'lambda': 10");
        assertDescribed(operation(DIAGNOSIS, "get"), look(path));
        assertDescribed(operation(DIAGNOSIS, "get"), look(path + "?iteration=3"));
        assertDescribed(operation(DIAGNOSIS, "get"), look(RUNS + "/nowhere/diagnosis"));
        Answer wrong = look(path + "?iteration=99999999");
        assertDescribed(operation(DIAGNOSIS, "get"), wrong);
        assertEquals("/iteration", wrong.at("/pointer"));
        assertEquals("/iteration", look(path + "?iteration=x").at("/pointer"));
    }
}
