package backstep.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a run makes of pictures, and a run before an audience. */
class PlaygroundPicturesTest extends BrowserTest {

    private PlaygroundPage playground;

    @Test
    void picturesOfTheTestSetSayWhatTheyAreTakenForAndLeadToTheSteps() {
        given("/playground");
        playground.button("More data").click();
        playground.dataSet("Handwritten digits").check();
        playground.field("Pace").selectOption("20 updates a second");
        assertThat(playground.progress()).containsText("Ready");
        playground.button("One update").click();
        playground.assertAt(1);
        Locator pictures = playground.chart("Pictures of the test set");
        assertThat(pictures.getByRole(AriaRole.LISTITEM)).hasCount(12);
        assertThat(pictures).containsText(Pattern.compile("epoch 0: \\d+ of 539 wrong"));
        Locator first = pictures.locator(".picture-button").first();
        assertThat(first)
                .hasAttribute(
                        "aria-label",
                        Pattern.compile(
                                "^Picture \\d+: class \\d, taken for class \\d, probability \\d+ %; step through it$"));
        playground.button("Pictures as a table").click();
        assertThat(pictures.locator("tbody tr")).hasCount(12);
        pictures.locator("tbody button").first().click();
        assertThat(page).hasURL(Pattern.compile("/network"));
        assertThat(page.locator("bs-example-chooser")).containsText("1 of 1");
    }

    @Test
    void aRunIsPresented() {
        given("/playground");
        playground.button("One update").click();
        playground.assertAt(1);
        playground.button("Present").click();
        assertThat(page.locator(".presenter-line")).containsText("epoch 1: train loss");
        assertThat(page.locator(".laboratory-setup")).isHidden();
        page.setViewportSize(1920, 1080);
        playground.button("Larger text").click();
        playground.button("Larger text").click();
        assertThat(page.locator("html")).hasCSS("font-size", Pattern.compile("33\\.\\d*px"));
        BoundingBox now = page.locator(".presenter-line").boundingBox();
        double bar = page.locator("bs-run-bar").boundingBox().y;
        assertTrue(
                now.y + now.height <= bar, "the line ends at " + (now.y + now.height) + ", the bar begins at " + bar);
        page.keyboard().press("Escape");
        assertThat(page.locator(".laboratory-setup")).isVisible();
    }

    @Test
    void theLegendOfAPlaneSaysWhatIsGivenAndWhatIsPredicted() {
        given("/playground");
        playground.button("More data").click();
        playground.dataSet("Plane").check();
        assertThat(page.locator(".picture-legend"))
                .hasText(Pattern.compile(
                        "target below 0\\s*0 or more\\s*hollow: test point\\s*predicted −0\\.\\d+\\s*0\\.\\d+"));
        assertThat(page.locator(".picture-scale"))
                .hasAttribute("aria-label", Pattern.compile("^Colours of the prediction"));
    }

    private void given(String path) {
        open(path);
        playground = new PlaygroundPage(page);
        playground.assertReady();
    }
}
