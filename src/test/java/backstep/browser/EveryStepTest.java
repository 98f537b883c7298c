package backstep.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Graph, table, formula, timeline and live region are views of one step, and never disagree. */
class EveryStepTest extends BrowserTest {

    private AutodiffPage autodiff;
    private Story story;

    @ParameterizedTest
    @ValueSource(strings = {"reverse", "forward"})
    void everyViewSaysTheNumberOfTheInterfaceForwards(String mode) {
        given(mode, 1);
        for (int k = 1; k < story.size(); k++) {
            page.keyboard().press("ArrowRight");
            assertEveryViewShows(k);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"reverse", "forward"})
    void everyViewSaysTheNumberOfTheInterfaceBackwards(String mode) {
        given(mode, 99);
        for (int k = story.size() - 2; k >= 0; k--) {
            page.keyboard().press("ArrowLeft");
            assertEveryViewShows(k);
        }
    }

    @Test
    void aStepLooksTheSameForwardsBackwardsAndByLink() {
        given("reverse", 12);
        page.keyboard().press("ArrowRight");
        String forwards = picture(13);
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowLeft");
        page.keyboard().press("ArrowLeft");
        assertEquals(forwards, picture(13));
        given("reverse", 13);
        assertEquals(forwards, picture(13));
    }

    @Test
    void whatIsNotComputedShowsADotAndIsReadAsSuch() {
        given("reverse", 10);
        Locator future = autodiff.adjointTrace().locator("[data-step='14'] .number");
        assertThat(future).hasText("·");
        assertThat(future).hasAttribute("aria-label", "not computed yet");
        assertThat(autodiff.adjointTrace().locator("[data-step='10'] .note")).hasText("next");
        assertThat(node("v.0", ".below .number")).hasText("·");
    }

    @Test
    void anAdjointThatIsNotCompleteSaysSo() {
        given("reverse", 13);
        assertThat(node("v.0", ".below")).containsText("−0.284 so far");
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowRight");
        assertThat(node("v.0", ".below .number")).hasText("1.716");
        assertThat(node("v.0", ".below")).not().containsText("so far");
    }

    @Test
    void theNodeSaysItsNameValueAndAdjoint() {
        given("reverse", 15);
        assertThat(node("v.2", ".circle")).hasAttribute("aria-label", "v 2, times, value 10, adjoint 1");
        assertThat(node("v.0", ".circle"))
                .hasAttribute("aria-description", Pattern.compile("to v 2, local derivative 2"));
    }

    private void given(String mode, int step) {
        open("/autodiff?mode=" + mode + "&s=" + step);
        autodiff = new AutodiffPage(page);
        story = Story.ofOpeningExample(page, mode);
        assertThat(autodiff.timeline()).hasAttribute("aria-valuemax", String.valueOf(story.size()));
    }

    private void assertEveryViewShows(int index) {
        Story.Told step = story.step(index);
        String number = step.shown();
        assertThat(autodiff.timeline()).hasAttribute("aria-valuenow", String.valueOf(index + 1));
        assertThat(autodiff.timeline())
                .hasAttribute(
                        "aria-valuetext",
                        Pattern.compile(" becomes " + step.said().replace(".", "\\.") + "$"));
        Locator row = page.locator("tr[aria-current=step]");
        assertThat(row).hasCount(1);
        assertThat(row.locator(".row-step")).hasText(String.valueOf(index + 1));
        assertThat(row.locator(".number")).hasText(step.fixed());
        assertThat(page.locator(".quantity.now .number")).hasText(number);
        assertThat(page.locator(".quantity.now")).hasAttribute("data-q", step.quantity());
        assertThat(page.locator(".formula-result .num")).hasText(number);
        assertThat(page.locator("bs-live-region [role=status]")).hasText("Step " + (index + 1) + ". " + step.speech());
    }

    private Locator node(String address, String part) {
        return page.locator(".node:has(> .circle[data-q='" + address + "']) " + part);
    }

    /**
     * {@return what the instruments show, as text and classes; without the MathML, which joins a formula only once the reader
     * rests on it}
     */
    private String picture(int index) {
        assertThat(autodiff.timeline()).hasAttribute("aria-valuenow", String.valueOf(index));
        assertThat(page.locator("tr[aria-current=step] .row-step")).hasText(String.valueOf(index));
        return (String) page.evaluate("""
                () => {
                  const seen = (part) => {
                    const copy = part.cloneNode(true);
                    copy.querySelectorAll(".katex-mathml").forEach((spoken) => spoken.remove());
                    return copy.textContent;
                  };
                  return [...document.querySelectorAll(".node, .edge, .edge-label, .row, .formula-result")]
                    .map((part) => `${[...part.classList].filter((name) => name !== "linked").sort()}: ${seen(part)}`)
                    .join("\\n");
                }""");
    }
}
