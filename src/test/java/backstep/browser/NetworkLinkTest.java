package backstep.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PageAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The whole experiment stands in the link and in the file, and comes back from both. */
class NetworkLinkTest extends BrowserTest {

    /** Milliseconds for an experiment of many numbers to be answered and written. */
    private static final int PATIENCE = 30_000;

    private NetworkSetup setup;

    @Test
    void theOpeningNetworkHasAShortAddress() {
        given("/network");
        page.keyboard().press("End");
        assertThat(page).hasURL(Pattern.compile("/network\\?s=82$"));
        page.keyboard().press("Home");
        assertThat(page).hasURL(Pattern.compile("/network$"));
    }

    @Test
    void aLinkOpensTheSameMomentElsewhere() {
        given("/network?s=12");
        edit("Example 1, x 2", "2");
        edit("Units of layer 2", "4");
        assertThat(setup.number("z.2.4@1")).isVisible();
        assertThat(page).hasURL(Pattern.compile("\\?n=[\\w-]+&s=12$"));
        page.keyboard().press("Escape");
        setup.choice("term").check();
        assertThat(page).hasURL(Pattern.compile("&g=term$"));

        Page elsewhere = context().browser().newContext().newPage();
        elsewhere.navigate(page.url());
        NetworkSetup other = new NetworkSetup(elsewhere);
        assertThat(other.name()).hasText("3–4–1, sigmoid");
        assertThat(other.number("z.2.1@1")).hasText("−0.550");
        assertThat(other.choice("term")).isChecked();
        assertThat(other.timeline())
                .hasAttribute("aria-valuenow", setup.timeline().getAttribute("aria-valuenow"));
        elsewhere.context().close();
    }

    @Test
    void backAndForwardGoThroughTheEdits() {
        given("/network?s=12");
        edit("Example 1, x 2", "2");
        assertThat(page).hasURL(Pattern.compile("n="));
        String first = page.url();
        edit("Example 1, x 2", "3");
        assertThat(page).not().hasURL(first);
        assertThat(page).hasURL(Pattern.compile("n="));
        page.goBack();
        assertThat(setup.number("z.2.1@1")).hasText("−0.550");
        page.goBack();
        assertThat(setup.number("z.2.1@1")).hasText("0.650");
        assertThat(setup.timeline()).hasAttribute("aria-valuenow", "12");
        page.goForward();
        assertThat(setup.number("z.2.1@1")).hasText("−0.550");
    }

    @Test
    void aLinkThatIsCutOffSaysSo() {
        given("/network?n=dVHNcoMgEH6X");
        assertThat(setup.notice()).containsText("The link cannot be read");
        assertThat(setup.name()).hasText("3–3–1, sigmoid");
    }

    @Test
    void aNetworkTooLargeForARequestLineStandsBehindTheHash() {
        given("/network");
        setup.openPanel();
        setup.field("Units of layer 2").fill("200");
        assertThat(setup.name()).hasText("3–200–1, sigmoid");
        assertThat(page).hasURL(Pattern.compile("/network#n=[\\w-]{4000,}$"));
        String weight = (String)
                page.evaluate("String(document.querySelector('bs-network-title').player.trace.theta[0][150][2])");
        page.reload();
        assertThat(setup.name()).hasText("3–200–1, sigmoid");
        page.waitForCondition(() -> weight.equals(
                page.evaluate("String(document.querySelector('bs-network-title').player.trace?.theta[0][150][2])")));
    }

    @Test
    void anExperimentTooLongForALinkIsHeldByTheBrowserAlone() {
        given("/network");
        setup.openPanel();
        setup.field("Units of layer 2").fill("2500");
        assertThat(setup.name()).hasText("3–2500–1, sigmoid");
        assertThat(page)
                .hasURL(Pattern.compile("/network\\?held$"), new PageAssertions.HasURLOptions().setTimeout(PATIENCE));
        page.reload();
        assertThat(setup.name()).hasText("3–2500–1, sigmoid");
        setup.button("Share").click();
        assertThat(page.locator("#share-panel")).containsText("too long for a link");
    }

    @Test
    void anEditThatIsNotAnsweredYetOutlivesTheReload() {
        given("/network");
        setup.openPanel();
        setup.field("Units of layer 2").fill("2500");
        assertThat(page)
                .hasURL(Pattern.compile("/network\\?held$"), new PageAssertions.HasURLOptions().setTimeout(PATIENCE));
        page.route("**/api/network/*", _ -> {});
        setup.field("Example 1, x 2").fill("2");
        assertThat(page.locator("bs-network-diagram")).hasClass(Pattern.compile("\\bstale\\b"));
        page.unroute("**/api/network/*");
        page.reload();
        assertThat(setup.name()).hasText("3–2500–1, sigmoid");
        setup.openPanel();
        assertThat(setup.field("Example 1, x 2")).hasValue("2");
    }

    @Test
    void aRunThatIsGoneSaysSoAndTheFirstNetworkOpens() {
        expectStatus(404);
        given("/network?run=gone12345678&update=3");
        assertThat(setup.notice()).containsText("The run of this link is gone");
        assertThat(setup.name()).hasText("3–3–1, sigmoid");
    }

    @Test
    void aFileHoldsTheExperimentAndOpensAgain() throws IOException {
        given("/network");
        edit("Example 1, x 2", "2");
        assertThat(setup.number("z.2.1@1")).hasText("−0.550");
        Download download =
                page.waitForDownload(() -> setup.button("Save as a file").click());
        assertEquals("network-3-3-1.json", download.suggestedFilename());
        String saved = Files.readString(download.path());
        edit("Example 1, x 2", "5");
        edit("Units of layer 2", "2");
        assertThat(setup.name()).hasText("3–2–1, sigmoid");
        openFile("network-3-3-1.json", saved);
        assertThat(setup.name()).hasText("3–3–1, sigmoid");
        assertThat(setup.number("z.2.1@1")).hasText("−0.550");
        setup.button("Undo").click();
        assertThat(setup.name()).hasText("3–2–1, sigmoid");
    }

    @Test
    void aWrongFileSaysWhyAndChangesNothing() {
        expectStatus(400);
        given("/network?s=12");
        setup.openPanel();
        openFile("notes.json", "{\"network\": ");
        assertThat(setup.notice()).containsText("notes.json is not JSON");
        openFile("other.json", "{\"version\": 3}");
        assertThat(setup.notice()).containsText("other.json is JSON but no experiment");
        openFile("shape.json", """
                {"network": {"inputs": 2, "layers": [{"type": "dense", "units": 1, "activation": "sigmoid"}],
                 "loss": "binary-cross-entropy"}, "data": {"x": [[1, 2, 3]], "y": [[1]]}}""");
        assertThat(setup.notice()).containsText("shape.json was not opened. At /data/x");
        assertThat(setup.number("z.2.1@1")).hasText("0.650");
        assertThat(setup.button("Undo")).hasAttribute("aria-disabled", "true");
    }

    private void given(String path) {
        open(path);
        setup = new NetworkSetup(page);
        assertThat(setup.number("z.2.1@1")).isVisible();
    }

    private void edit(String field, String value) {
        if (setup.panel().isHidden()) {
            setup.openPanel();
        }
        setup.field(field).fill(value);
    }

    private void openFile(String name, String text) {
        page.locator("bs-experiment-file input[type=file]")
                .setInputFiles(new FilePayload(name, "application/json", text.getBytes(StandardCharsets.UTF_8)));
    }
}
