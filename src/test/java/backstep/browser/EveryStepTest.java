package backstep.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Graph, table, formula, timeline and live region are views of one step, and never disagree. */
class EveryStepTest extends StepsTest {

    private AutodiffPage autodiff;
    private Story story;

    @ParameterizedTest
    @ValueSource(strings = {"reverse", "forward"})
    void everyViewSaysTheNumberOfTheInterfaceForwards(String mode) {
        given(mode, 1);
        goForwardsThrough(story.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"reverse", "forward"})
    void everyViewSaysTheNumberOfTheInterfaceBackwards(String mode) {
        given(mode, 99);
        goBackwardsThrough(story.size());
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
        assertSteps(story.size());
    }

    @Override
    void assertEveryViewShows(int index) {
        Story.Told step = story.step(index);
        String number = step.shown();
        assertStep(index + 1);
        assertThat(timeline())
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
        assertReadAloud(index, step.speech());
    }

    private Locator node(String address, String part) {
        return page.locator(".node:has(> .circle[data-q='" + address + "']) " + part);
    }

    private String picture(int step) {
        assertStep(step);
        assertThat(page.locator("tr[aria-current=step] .row-step")).hasText(String.valueOf(step));
        return picture(".node, .edge, .edge-label, .row, .formula-result");
    }
}
