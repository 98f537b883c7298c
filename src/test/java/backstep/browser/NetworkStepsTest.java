package backstep.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Diagram, table, matrices, formula, timeline and live region of a network are views of one step, and never disagree. */
class NetworkStepsTest extends StepsTest {

    private NetworkSetup setup;
    private NetworkStory story;

    @ParameterizedTest
    @ValueSource(strings = {"layer", "unit"})
    void everyViewSaysTheNumbersOfTheInterfaceForwards(String grain) {
        given(grain, 1);
        goForwardsThrough(story.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"layer", "unit"})
    void everyViewSaysTheNumbersOfTheInterfaceBackwards(String grain) {
        given(grain, 99);
        goBackwardsThrough(story.size());
    }

    @Test
    void aStepLooksTheSameForwardsBackwardsAndByLink() {
        given("unit", 30);
        page.keyboard().press("ArrowRight");
        String forwards = picture(31);
        page.keyboard().press("End");
        picture(story.size());
        page.keyboard().press("Home");
        for (int k = 0; k < 31; k++) {
            page.keyboard().press("ArrowRight");
        }
        page.keyboard().press("ArrowLeft");
        assertEquals(forwards, picture(31));
        given("unit", 31);
        assertEquals(forwards, picture(31));
    }

    @Test
    void shiftAndAnArrowGoFromPhaseToPhaseAndFromExampleToExample() {
        given("unit", 1);
        page.keyboard().press("Shift+ArrowRight");
        assertStep(10, "example 1, backward");
        page.keyboard().press("Shift+ArrowRight");
        assertStep(18, "example 2, forward");
        page.keyboard().press("b");
        assertStep(27, "example 2, backward");
        page.keyboard().press("f");
        assertStep(18, "example 2, forward");
        page.keyboard().press("Shift+ArrowLeft");
        page.keyboard().press("Shift+ArrowLeft");
        assertStep(1, "example 1, forward");
    }

    @Test
    void theArrowsOfTheExampleLeadToTheSameNumberOfAnother() {
        given("unit", 12);
        setup.button("Next example").click();
        assertStep(29, "example 2, backward, delta, layer 2, unit 2");
        assertThat(setup.example()).containsText("Example 2 of 4");
        setup.button("Previous example").click();
        assertStep(12, "example 1, backward, delta, layer 2, unit 2");
        assertThat(setup.button("Previous example")).hasAttribute("aria-disabled", "true");
    }

    private void given(String grain, int step) {
        open("/network?g=" + grain + "&s=" + step);
        setup = new NetworkSetup(page);
        story = NetworkStory.ofOpeningNetwork(page, grain);
        assertSteps(story.size());
    }

    private void assertStep(int step, String said) {
        assertStep(step);
        assertThat(timeline()).hasAttribute("aria-valuetext", Pattern.compile(said));
    }

    @Override
    void assertEveryViewShows(int index) {
        NetworkStory.Told step = story.step(index);
        assertStep(index + 1);
        assertThat(page.locator(".formula-place"))
                .hasText(step.phase().toLowerCase(Locale.ROOT) + ", step " + (index + 1));
        assertReadAloud(index, step.speech());
        assertEquals(
                sorted(step.shown()),
                sorted(page.locator(".formula-result .num").allTextContents()));
        if (shownOnTheSide(step.quantity()).count() > 0) {
            assertThat(shownOnTheSide(step.quantity())).hasText(step.fixed().toArray(String[]::new));
        }
    }

    /** {@return the numbers of the table and the matrices that are marked as those of the step} */
    private Locator shownOnTheSide(String quantity) {
        String kind = quantity.split("[.@~]")[0];
        return switch (kind) {
            case "Theta", "Delta", "D" -> page.locator(".net-matrix." + kind + " td.now:visible .number");
            default -> page.locator(".unit-row td.now .number");
        };
    }

    /** A formula writes a matrix column by column. */
    private static List<String> sorted(List<String> numbers) {
        return numbers.stream()
                .map(number -> number.replaceAll("[\\s\u200B]", ""))
                .sorted()
                .toList();
    }

    private String picture(int step) {
        assertStep(step);
        assertThat(page.locator(".formula-place")).hasText(Pattern.compile("step " + step + "$"));
        return picture(".node, .unit-row, .net-matrix, .formula-result");
    }
}
