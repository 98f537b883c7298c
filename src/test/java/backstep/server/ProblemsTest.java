package backstep.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemsTest extends ServerTest {

    private static final String TRACE = "/api/autodiff/trace";

    @Test
    void unknownPathIs404() {
        var answer = get("/api/nothing");
        assertProblem(404, "Not Found", "There is nothing at /api/nothing.", answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", "/api2"})
    void somebodyWhoAsksForAPageGetsAPage(String path) {
        var answer = get(path, "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        assertEquals(404, answer.statusCode());
        assertEquals("text/html;charset=utf-8", header(answer, "Content-Type"));
        assertTrue(answer.body().contains("There is nothing at " + path), answer.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/nothing", "/web/nothing.js", "/lib/nothing/here.js"})
    void whatIsForProgramsAnswersAsToPrograms(String path) {
        assertEquals(Problem.MEDIA_TYPE, header(get(path, "Accept", "text/html"), "Content-Type"));
    }

    @Test
    void errorPageEscapesWhatWasAsked() {
        var answer = get("/%3Cscript%3Ealert(1)%3C/script%3E", "Accept", "text/html");
        assertTrue(!answer.body().contains("<script>alert"), answer.body());
    }

    @ParameterizedTest
    @CsvSource({"DELETE,/health,'GET, HEAD'", "GET,/api/autodiff/trace,POST", "POST,/,'GET, HEAD'"})
    void wrongMethodIs405AndNamesTheRightOnes(String method, String path, String allowed) {
        var answer = send(request(path).method(method, BodyPublishers.noBody()));
        assertProblem(405, "Method Not Allowed", path + " answers " + allowed + ", not " + method + ".", answer);
        assertEquals(allowed, header(answer, "Allow"));
    }

    @Test
    void everyLetterOfAMistakeComesBack() {
        var answer = post(TRACE, "{\"expression\": \"π − €\"}");
        assertTrue(answer.body().contains("π − €: unknown character \\\"€\\\""), answer.body());
    }

    @Test
    void headSaysWhatGetWouldSay() {
        var head = send(request("/web/js/lib/format.js").method("HEAD", BodyPublishers.noBody()));
        assertEquals(header(get("/web/js/lib/format.js"), "ETag"), header(head, "ETag"));
        assertEquals(404, send(request("/web/nothing.js").HEAD()).statusCode());
    }

    @Test
    void bodyOverOneMegabyteIs413() {
        assertProblem(
                413, "Content Too Large", "The body must not be longer than 1 MB.", post(TRACE, bodyOf(1_000_001)));
    }

    @Test
    void aBodyThatIsTooLongIsReadToItsEndSoThatItsSenderHearsOfIt() {
        String headers = "POST " + TRACE + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Type: application/json\r\nContent-Length: 20000000\r\n\r\n";
        String answer = rawly(headers + bodyOf(20_000_000));
        assertTrue(answer.startsWith("HTTP/1.1 413 "), answer);
    }

    @Test
    void bodyWithoutALengthIsMeasuredToo() {
        byte[] body = bodyOf(1_000_001).getBytes(StandardCharsets.US_ASCII);
        var chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
        assertEquals(
                413,
                send(request(TRACE, "Content-Type", "application/json").POST(chunked))
                        .statusCode());
    }

    @Test
    void bodyOfOneMegabyteIsRead() {
        assertEquals(200, post(TRACE, bodyOf(1_000_000)).statusCode());
    }

    @ParameterizedTest
    @CsvSource({"text/plain,text/plain", "application/x-www-form-urlencoded,application/x-www-form-urlencoded"})
    void otherMediaTypesAre415(String type, String named) {
        var answer = send(request(TRACE, "Content-Type", type).POST(BodyPublishers.ofString("{}")));
        assertProblem(415, "Unsupported Media Type", "The body must be application/json, was " + named + ".", answer);
    }

    @Test
    void bodyWithoutAMediaTypeIs415() {
        assertEquals(
                415, send(request(TRACE).POST(BodyPublishers.ofString("{}"))).statusCode());
    }

    @Test
    void compressedBodiesAre415() {
        var request = request(TRACE, "Content-Type", "application/json", "Content-Encoding", "gzip");
        assertProblem(
                415,
                "Unsupported Media Type",
                "The body must not be compressed, was gzip.",
                send(request.POST(BodyPublishers.ofString("{}"))));
    }

    @Test
    void mediaTypeMayHaveACharsetAndCapitals() {
        var request = request(TRACE, "Content-Type", "Application/JSON; charset=utf-8");
        assertEquals(
                200, send(request.POST(BodyPublishers.ofString(bodyOf(100)))).statusCode());
    }

    @Test
    void invalidRequestHasItsPointer() {
        var answer = post(TRACE, "{\"expresion\": \"x\"}");
        assertEquals(400, answer.statusCode());
        assertTrue(answer.body().contains("\"pointer\":\"/expresion\""), answer.body());
        assertTrue(answer.body().contains("\"title\":\"Invalid request\""), answer.body());
    }

    @Test
    void invalidExpressionHasItsPosition() {
        var answer = post(TRACE, "{\"expression\": \"ln(x1 + \", \"at\": {\"x1\": 1}}");
        assertEquals(400, answer.statusCode());
        assertTrue(answer.body().contains("\"pointer\":\"/expression\",\"position\":9,\"length\":0"), answer.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/web/%zz", "/%00", "/web/%2e%2e/%2e%2e/pom.xml"})
    void unreadablePathsAreRefusedInTheSameForm(String path) {
        String answer = raw(path);
        assertTrue(answer.matches("(?s)HTTP/1.1 40[04] .*"), answer);
        assertTrue(answer.contains(Problem.MEDIA_TYPE), answer);
    }

    private static void assertProblem(int status, String title, String detail, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode());
        assertEquals(Problem.MEDIA_TYPE, header(answer, "Content-Type"));
        assertEquals(
                "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
                        .formatted(title, status, detail),
                answer.body());
    }

    /** {@return a request for a trace that is so many bytes long} */
    private static String bodyOf(int length) {
        String request = "{\"expression\": \"x\", \"at\": {\"x\": 1}}";
        return request + " ".repeat(length - request.length());
    }
}
