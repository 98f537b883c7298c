package backstep.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import backstep.server.Server;
import backstep.server.ServerOptions;
import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A test in a real browser. Each visits the server anew, and ends with no error on the console, no failed request and no
 * request to another host. Where it fails, target/screenshots/failed shows the page.
 */
public abstract class BrowserTest {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private static final List<Integer> WIDTHS = List.of(1440, 390, 1920);

    /** How long a test waits for what must come, in milliseconds. */
    private static final double PATIENCE = 10_000;

    /** A page is a hundred files and more, which takes long where much else goes on. */
    private static final double PATIENCE_WITH_A_PAGE = 60_000;

    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    }

    /** The server of the run; it holds nothing between requests, so one is enough for all tests. */
    private static final Server SERVER = startServer();

    /** The page that the test looks at. */
    protected Page page;

    private Page tab;
    private BrowserContext context;
    private PageLog log;

    @RegisterExtension
    final AfterTestExecutionCallback portrait = test -> test.getExecutionException()
            .ifPresent(failure -> screenshot("failed/" + getClass().getSimpleName() + "-"
                    + test.getRequiredTestMethod().getName()));

    @BeforeEach
    final void openBrowser() {
        page = Visits.begin(device());
        tab = page;
        context = page.context();
        context.setDefaultTimeout(PATIENCE);
        context.setDefaultNavigationTimeout(PATIENCE_WITH_A_PAGE);
        log = new PageLog(context);
    }

    @AfterEach
    final void closeBrowser() {
        log.close();
        Visits.end(device(), tab, SERVER.url());
        assertEquals(List.of(), log.complaints());
    }

    /** {@return what the test looks with} */
    Device device() {
        return Device.DESKTOP;
    }

    /** Opens a page by its path, such as {@code /autodiff?s=15}. */
    protected final void open(String path) {
        page.navigate(url(path));
    }

    /** Opens the page that loads least, which says that there is no such page, to try something out in it. */
    protected final void openALightPage() {
        expectStatus(404);
        open("/nowhere");
    }

    /** {@return the whole address of a path} */
    protected final String url(String path) {
        return SERVER.url().resolve(path).toString();
    }

    /** {@return the context, for a second page, for being offline, for the clipboard} */
    protected final BrowserContext context() {
        return context;
    }

    /** Says that answers of this status are what the test is about. */
    protected final void expectStatus(int status) {
        log.expectStatus(status);
    }

    /** Cuts the connection. */
    protected final void goOffline() {
        log.expectOffline();
        context.setOffline(true);
    }

    /** Asserts that axe finds no violation in the page as it stands. */
    protected final void assertAccessible() {
        assertNoViolation(axe());
    }

    /** Asserts that axe finds no violation in a part of the page. */
    protected final void assertAccessible(Locator part) {
        part.evaluate("element => element.setAttribute('data-part', '')");
        assertNoViolation(axe().include("[data-part]"));
    }

    /** Asserts that axe finds no violation in the colours of the page as it stands. */
    protected final void assertColoursAccessible() {
        assertNoViolation(axe().withRules(List.of("color-contrast", "link-in-text-block")));
    }

    /**
     * In the page itself: no page of ours has frames, for which axe opens another page to put its findings together. What it finds in
     * order is not written down.
     */
    private AxeBuilder axe() {
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return new AxeBuilder(page).options(options).setLegacyMode(true);
    }

    private static void assertNoViolation(AxeBuilder axe) {
        List<String> violations = axe.analyze().getViolations().stream()
                .map(rule -> rule.getId() + ": " + rule.getHelp() + " at "
                        + rule.getNodes().stream()
                                .map(node -> String.valueOf(node.getTarget()))
                                .toList())
                .toList();
        assertEquals(List.of(), violations);
    }

    /** Takes the page in both themes at each width, to target/screenshots/NAME-THEME-WIDTH.png. */
    protected final void screenshots(String name) {
        for (ColorScheme theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
            for (int width : WIDTHS) {
                page.setViewportSize(width, width == 390 ? 844 : 900);
                screenshot(name + "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + width);
            }
        }
    }

    private void screenshot(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(true));
    }

    private static Server startServer() {
        Server server = Server.start(ServerOptions.onAnyPort());
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        return server;
    }
}
