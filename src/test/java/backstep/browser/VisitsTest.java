package backstep.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import backstep.server.Server;
import backstep.server.ServerOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VisitsTest {

    private final Server server = Server.start(ServerOptions.onAnyPort());

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void nothingStaysOfAVisitButTheFilesOfPages() {
        Page first = visit();
        BrowserContext context = first.context();
        context.grantPermissions(List.of("clipboard-read"));
        first.route("**/js/theme.js", Route::abort);
        first.setViewportSize(700, 500);
        first.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        first.evaluate("""
                () => {
                  localStorage.setItem("planted", "1");
                  sessionStorage.setItem("planted", "1");
                  document.cookie = "planted=1; max-age=9999";
                  history.pushState(null, "", "?planted");
                }""");
        first.waitForPopup(() -> first.evaluate("window.open('/health')"));
        context.setOffline(true);
        Visits.end(Device.DESKTOP, first, server.url());
        assertEquals(List.of(first), context.pages());

        Page second = visit();
        assertSame(first, second);
        assertEquals(Map.of("local", 0, "session", 0, "cookie", "", "clipboard", "prompt"), second.evaluate("""
                        async () => ({ local: localStorage.length, session: sessionStorage.length, cookie: document.cookie,
                          clipboard: (await navigator.permissions.query({ name: "clipboard-read" })).state })"""));
        assertEquals(Map.of("width", 1440, "dark", false, "history", 2), second.evaluate("""
                        () => ({ width: innerWidth, dark: matchMedia("(prefers-color-scheme: dark)").matches, history: history.length })"""));
        assertTrue((Boolean) second.evaluate("""
                () => performance.getEntriesByType("resource").some(({ name, transferSize }) =>
                  name.endsWith("/js/theme.js") && transferSize === 0)"""), "no file came from the cache");
        Visits.end(Device.DESKTOP, second, server.url());
    }

    @Test
    void aTabThatWasClosedIsNotUsedAgain() {
        Page first = visit();
        first.close();
        Page second = visit();
        assertNotSame(first, second);
        Visits.end(Device.DESKTOP, second, server.url());
    }

    private Page visit() {
        Page page = Visits.begin(Device.DESKTOP);
        page.navigate(server.url().resolve("/nowhere").toString());
        return page;
    }
}
