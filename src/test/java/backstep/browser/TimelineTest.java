package backstep.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.options.BoundingBox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TimelineTest extends BrowserTest {

    private AutodiffPage autodiff;

    @BeforeEach
    void openTheSecondPath() {
        open("/autodiff?s=15");
        autodiff = new AutodiffPage(page);
        assertStep(15);
    }

    @Test
    void itSaysWhereWeAre() {
        assertThat(autodiff.timeline()).hasAttribute("aria-valuemin", "1");
        assertThat(autodiff.timeline()).hasAttribute("aria-valuemax", "16");
        assertThat(autodiff.timeline()).hasAttribute("aria-valuetext", "Step 15 of 16, reverse, v-bar 0 becomes 1.716");
        assertThat(page.locator(".timeline-position")).containsText("Step 15 of 16");
    }

    @Test
    void aPressGoesToTheStepBelow() {
        page.mouse().click(placeOf(4), middle());
        assertStep(4);
    }

    @Test
    void aDragPassesThroughEveryStep() {
        page.mouse().move(placeOf(15), middle());
        page.mouse().down();
        for (int step = 14; step >= 1; step--) {
            page.mouse().move(placeOf(step), middle());
            assertStep(step);
        }
        page.mouse().move(placeOf(16), middle(), new Mouse.MoveOptions().setSteps(20));
        assertStep(16);
        page.mouse().up();
        page.mouse().move(placeOf(3), middle());
        assertStep(16);
    }

    @Test
    void theSliderHasTheKeysOfASlider() {
        autodiff.timeline().focus();
        page.keyboard().press("Home");
        assertStep(1);
        page.keyboard().press("ArrowUp");
        assertStep(2);
        page.keyboard().press("PageDown");
        assertStep(3);
        page.keyboard().press("End");
        assertStep(16);
        page.keyboard().press("ArrowLeft");
        assertStep(15);
    }

    @Test
    void theButtonsStep() {
        autodiff.button("First step").click();
        assertStep(1);
        assertThat(autodiff.button("Previous step")).hasAttribute("aria-disabled", "true");
        autodiff.button("Next step").click();
        assertStep(2);
        autodiff.button("Last step").click();
        assertStep(16);
        assertThat(autodiff.button("Next step")).hasAttribute("aria-disabled", "true");
    }

    @Test
    void playingGoesOnByItselfAndEndsAtTheLastStep() {
        page.locator(".speed-menu").selectOption("4");
        autodiff.button("First step").click();
        page.clock().install();
        autodiff.button("Play").click();
        page.clock().runFor(20_000);
        assertStep(16);
        assertThat(autodiff.button("Play")).isVisible();
    }

    @Test
    void hoverNamesTheStep() {
        page.mouse().move(placeOf(12), middle());
        assertThat(page.locator(".track-hint")).containsText("step 12");
        assertThat(page.locator(".track-hint")).containsText("= 1");
    }

    @Test
    void aNumberToComeIsNotNamed() {
        autodiff.button("First step").click();
        page.mouse().move(placeOf(12), middle());
        assertThat(page.locator(".track-hint")).containsText("step 12");
        assertThat(page.locator(".track-hint")).not().containsText("=");
    }

    @Test
    void ticksMergeInALongStory() {
        open("/autodiff?x=0.5&e=y=" + "sin(".repeat(70) + "x" + ")".repeat(70));
        assertThat(autodiff.timeline()).hasAttribute("aria-valuemax", "142");
        assertEquals(30, page.locator(".track-line.done .tick").count());
    }

    private void assertStep(int step) {
        assertThat(autodiff.timeline()).hasAttribute("aria-valuenow", String.valueOf(step));
    }

    /** The phases have seven and nine steps, with a gap of 24 px between them. */
    private double placeOf(int step) {
        BoundingBox track = autodiff.timeline().boundingBox();
        double cell = (track.width - 24) / 16;
        return track.x + (step - 0.5) * cell + (step > 7 ? 24 : 0);
    }

    private double middle() {
        BoundingBox track = autodiff.timeline().boundingBox();
        return track.y + track.height / 2;
    }
}
