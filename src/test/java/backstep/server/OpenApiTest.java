package backstep.server;

import static backstep.server.OpenApiDocument.DOCUMENT;
import static backstep.server.OpenApiDocument.assertDescribed;
import static backstep.server.OpenApiDocument.mistakes;
import static backstep.server.OpenApiDocument.operation;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.javalin.Javalin;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Holds the document at /openapi against what the server really takes and gives. */
class OpenApiTest extends ApiTest {

    static Stream<String> requests() {
        return OpenApiRequests.ALL.lines();
    }

    @ParameterizedTest
    @MethodSource("requests")
    void everyAnswerIsAsDescribed(String request) {
        String[] parts = request.split(" ", 3);
        String path = "/api/" + parts[0];
        Answer answer = ask(path, OpenApiRequests.body(parts[2]));
        assertEquals(parts[1], Integer.toString(answer.status()), answer.text());
        assertDescribed(operation(path, "post"), answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/autodiff/gallery",
                "/api/network/gallery",
                "/api/training/datasets",
                "/api/training/laboratories",
                "/api/training/runs",
                "/health",
                "/openapi"
            })
    void everyDocumentIsAsDescribed(String path) {
        Answer answer = look(path);
        assertEquals(200, answer.status());
        assertDescribed(operation(path, "get"), answer);
    }

    @Test
    void theDocumentIsServed() {
        assertEquals(DOCUMENT, look("/openapi").json());
    }

    @Test
    void bodiesThatAreNotReadGetTheirDescribedProblems() {
        assertDescribed(operation("/api/autodiff/trace", "post"), askAs("text/plain", "/api/autodiff/trace", "x"));
        assertDescribed(
                operation("/api/autodiff/trace", "post"), ask("/api/autodiff/trace", " ".repeat(Body.LIMIT + 1)));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void whatIsTakenIsAsDescribed(String request) {
        String[] parts = request.split(" ", 3);
        JsonNode content = operation("/api/" + parts[0], "post").at("/requestBody/content/application~1json");
        if (parts[1].startsWith("20")) {
            JsonNode body = Json.MAPPER.readTree(OpenApiRequests.body(parts[2]).replace('\'', '"'));
            assertEquals(List.of(), mistakes(content.get("schema"), body));
        }
    }

    static Stream<String> postPaths() {
        return DOCUMENT.get("paths")
                .propertyStream()
                .filter(path -> !path.getKey().contains("{"))
                .filter(path -> path.getValue().at("/post/requestBody").isObject())
                .filter(path -> path.getValue().at("/post/responses/200").isObject())
                .map(Map.Entry::getKey);
    }

    @ParameterizedTest
    @MethodSource("postPaths")
    void theExampleOfARequestGetsTheExampleOfItsAnswer(String path) {
        JsonNode operation = operation(path, "post");
        JsonNode request = operation.at("/requestBody/content/application~1json/example");
        JsonNode answer = operation.at("/responses/200/content/application~1json/example");
        JsonNode real = ask(path, request.toString()).json();
        assertTrue(answer.equals(OpenApiDocument::compare, real), () -> answer + "\n" + real);
    }

    @Test
    void theExamplesOfProblemsAreReal() {
        JsonNode responses = DOCUMENT.at("/components/responses");
        JsonNode invalid = responses.at("/InvalidRequest/content/application~1problem+json/example");
        assertEquals(
                invalid,
                ask("/api/autodiff/trace", "{'expression': 'x1*x2', 'at': {'x1': 2}}")
                        .json());
        JsonNode large = responses.at("/TooLarge/content/application~1problem+json/example");
        assertEquals(
                large, ask("/api/autodiff/trace", " ".repeat(Body.LIMIT + 1)).json());
        JsonNode wrong = responses.at("/WrongMediaType/content/application~1problem+json/example");
        assertEquals(wrong, askAs("text/plain", "/api/autodiff/trace", "x").json());
    }

    @Test
    void aFieldThatIsNotDescribedIsNoticed() {
        ObjectNode answer = (ObjectNode) look("/health").json();
        answer.put("mood", "fine");
        JsonNode schema = operation("/health", "get").at("/responses/200/content/application~1json/schema");
        assertFalse(mistakes(schema, answer).isEmpty());
    }

    @Test
    void everyObjectSaysWhichFieldsItMayHave() {
        DOCUMENT.at("/components/schemas")
                .propertyStream()
                .forEach(schema -> assertClosed(schema.getKey(), schema.getValue()));
    }

    private static void assertClosed(String name, JsonNode schema) {
        if (schema.path("type").asString("").equals("object")) {
            assertTrue(schema.has("additionalProperties"), name);
        }
        schema.valueStream().forEach(inner -> assertClosed(name, inner));
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        DOCUMENT.findValuesAsString("$ref")
                .forEach(reference ->
                        assertFalse(DOCUMENT.at(reference.substring(1)).isMissingNode(), reference));
    }

    @Test
    void everySchemaIsUsed() {
        List<String> used = DOCUMENT.findValuesAsString("$ref");
        DOCUMENT.at("/components/schemas")
                .propertyNames()
                .forEach(name -> assertTrue(used.contains("#/components/schemas/" + name), name));
    }

    @Test
    void theVersionIsTheProgramsOwn() {
        assertEquals(Version.current(), DOCUMENT.at("/info/version").asString());
    }

    @Test
    void everyRouteForProgramsIsDescribedAndNoOther() {
        assertEquals(routesForPrograms(), describedRoutes());
    }

    private static Set<String> describedRoutes() {
        return DOCUMENT.get("paths")
                .propertyStream()
                .flatMap(path -> path.getValue().propertyNames().stream().map(method -> method + " " + path.getKey()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** {@return what is registered, but for pages, their files, and HEAD, which goes with every GET} */
    private static Set<String> routesForPrograms() {
        TrainingRuns runs = TrainingRuns.ofThisMachine();
        Javalin javalin = Javalin.create(config -> Server.configure(config, ServerOptions.onAnyPort(), runs));
        runs.close();
        return javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .map(handler -> handler.endpoint)
                .filter(endpoint -> endpoint.method.isHttpMethod() && endpoint.method != HandlerType.HEAD)
                .filter(endpoint -> !endpoint.path.matches("/web(@\\w+)?/.*") && !endpoint.path.startsWith("/lib/"))
                .filter(endpoint -> !endpoint.path.equals("/favicon.ico"))
                .filter(endpoint -> endpoint.method != HandlerType.GET
                        || endpoint.path.startsWith("/api/")
                        || !look(endpoint.path).mediaType().equals("text/html"))
                .map(endpoint -> endpoint.method.name().toLowerCase(Locale.ROOT) + " " + endpoint.path)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
