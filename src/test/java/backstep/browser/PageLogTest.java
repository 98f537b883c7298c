package backstep.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import backstep.server.Server;
import backstep.server.ServerOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PageLogTest {

    private final Server server = Server.start(ServerOptions.onAnyPort());
    private final BrowserContext context = Browsers.browser().newContext();
    private final PageLog log = new PageLog(context);
    private final Page page = context.newPage();

    @BeforeEach
    void openAQuietPage() {
        page.route("**/favicon.ico", route -> route.fulfill(new Route.FulfillOptions().setStatus(204)));
        page.navigate(server.url().resolve("/health").toString());
        page.waitForLoadState();
        assertEquals(List.of(), log.complaints());
    }

    @AfterEach
    void close() {
        context.close();
        server.close();
    }

    @Test
    void errorOnTheConsoleIsHeard() {
        assertComplaint("console: planted", "console.error('planted')");
    }

    @Test
    void uncaughtErrorIsHeard() {
        assertComplaint(
                "uncaught: Error: planted",
                "new Promise(done => setTimeout(() => { done(); throw Error('planted'); }))");
    }

    @Test
    void answerThatIsAnErrorIsHeardWithItsAddress() {
        assertComplaint("status of 404", "fetch('/web/none.js')");
        assertTrue(log.complaints()
                .toString()
                .contains(server.url().resolve("/web/none.js").toString()));
    }

    @Test
    void anotherHostIsHeardWhereNoPolicyStopsIt() {
        assertComplaint("no answer: GET http://example.com/", "window.open('http://example.com/')");
    }

    @Test
    void anotherHostIsHeardThoughThePolicyStopsIt() {
        assertComplaint(
                "violates the following Content Security Policy", "fetch('http://192.0.2.1/').catch(() => null)");
    }

    @Test
    void inlineStyleIsHeard() {
        assertComplaint("Content Security Policy", "document.body.setAttribute('style', 'color: red')");
    }

    @Test
    void requestWithoutAnAnswerIsHeard() {
        page.route("**/health", route -> route.abort("connectionfailed"));
        assertComplaint("no answer: GET", "fetch('/health').catch(() => null)");
    }

    @Test
    void expectedAnswerIsNoComplaint() {
        log.expectStatus(404);
        page.evaluate("fetch('/web/none.js')");
        assertEquals(List.of(), log.complaints());
    }

    @Test
    void abandonedRequestIsNoComplaint() {
        page.evaluate(
                "{ const c = new AbortController(); const f = fetch('/health', {signal: c.signal}).catch(() => null);"
                        + " c.abort(); f }");
        assertEquals(List.of(), log.complaints());
    }

    private void assertComplaint(String expected, String script) {
        page.evaluate(script);
        page.waitForCondition(() -> !log.complaints().isEmpty());
        assertTrue(log.complaints().toString().contains(expected), log.complaints()::toString);
    }
}
