package backstep.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyboardTest extends BrowserTest {

    private AutodiffPage autodiff;

    @BeforeEach
    void openInTheMiddle() {
        open("/autodiff?s=10");
        autodiff = new AutodiffPage(page);
        assertStep(10);
    }

    @ParameterizedTest
    @CsvSource({
        "ArrowLeft, 9",
        "ArrowRight, 11",
        "PageUp, 9",
        "PageDown, 11",
        "Shift+ArrowLeft, 8",
        "Shift+ArrowRight, 16",
        "Home, 1",
        "End, 16",
        "f, 1",
        "b, 8"
    })
    void keysStep(String key, int step) {
        page.keyboard().press(key);
        assertStep(step);
    }

    @Test
    void spacePlaysAndPauses() {
        page.keyboard().press("Space");
        assertThat(autodiff.button("Pause")).isVisible();
        page.keyboard().press("Space");
        assertThat(autodiff.button("Play")).isVisible();
    }

    @Test
    void undoAndRedoTakeAnEditBackAndForth() {
        autodiff.input("x1").fill("3");
        assertThat(autodiff.primalTrace().locator("[data-step='0'] .number")).hasText("3.000");
        autodiff.input("x1").blur();
        page.keyboard().press("z");
        assertThat(autodiff.primalTrace().locator("[data-step='0'] .number")).hasText("2.000");
        page.keyboard().press("Shift+Z");
        assertThat(autodiff.primalTrace().locator("[data-step='0'] .number")).hasText("3.000");
    }

    @Test
    void noKeyActsWhereTextIsTyped() {
        autodiff.input("x1").focus();
        for (String key : new String[] {"ArrowLeft", "Home", "End", "f", "b", "e"}) {
            page.keyboard().press(key);
        }
        assertStep(10);
        assertThat(page.locator(".explain-card")).hasCount(0);
    }

    @Test
    void lettersAndSpaceLeaveAButtonAlone() {
        autodiff.button("Next step").focus();
        page.keyboard().press("f");
        assertStep(10);
        page.keyboard().press("Space");
        assertStep(11);
        page.keyboard().press("ArrowLeft");
        assertStep(10);
    }

    @Test
    void lettersCanBeSwitchedOff() {
        page.evaluate("localStorage.setItem('backstep.settings', JSON.stringify({ letters: false }))");
        page.reload();
        assertStep(10);
        page.keyboard().press("f");
        page.keyboard().press("ArrowRight");
        assertStep(11);
    }

    @Test
    void arrowsInTheGraphMoveFocusAndLeaveTheStep() {
        autodiff.graph().locator(".circle[tabindex='0']").focus();
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowDown");
        assertThat(autodiff.graph().locator(".circle[data-q='v.1']")).isFocused();
        assertStep(10);
        page.keyboard().press("Enter");
        assertStep(11);
    }

    @Test
    void theGraphIsOneTabStop() {
        assertThat(autodiff.graph().locator("[tabindex='0']")).hasCount(1);
        autodiff.graph().locator("[tabindex='0']").focus();
        page.keyboard().press("Tab");
        assertThat(page.locator(".formula-result")).isFocused();
    }

    @Test
    void arrowsInATableMoveFocusAndEnterGoesThere() {
        autodiff.adjointTrace().locator("[tabindex='0']").focus();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowDown");
        assertStep(10);
        page.keyboard().press("Enter");
        assertStep(12);
    }

    @Test
    void theNumberInFocusIsExplained() {
        autodiff.primalTrace().locator("[data-step='3'] .row-step").focus();
        page.keyboard().press("e");
        assertThat(page.locator("#explain-title")).hasText("Where does 10 come from?");
    }

    private void assertStep(int step) {
        assertThat(autodiff.timeline()).hasAttribute("aria-valuenow", String.valueOf(step));
    }
}
