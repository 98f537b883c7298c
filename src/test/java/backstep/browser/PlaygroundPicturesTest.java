package backstep.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
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
        page.keyboard().press("Escape");
        assertThat(page.locator(".laboratory-setup")).isVisible();
    }

    private void given(String path) {
        open(path);
        playground = new PlaygroundPage(page);
        playground.assertReady();
    }
}
