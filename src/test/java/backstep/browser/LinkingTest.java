package backstep.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hover or focus on a quantity marks every other place of it; a press leads to its step. */
class LinkingTest extends BrowserTest {

    private static final Pattern LINKED = Pattern.compile("\\blinked\\b");

    private AutodiffPage autodiff;

    @BeforeEach
    void openTheSecondPath() {
        open("/autodiff?s=15");
        autodiff = new AutodiffPage(page);
        assertThat(page.locator("tr[aria-current=step] .row-step")).hasText("15");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".row[data-step='3'] .row-step",
                ".node .circle[data-q='v.2']",
                ".formula-row.here .enclosing[data-q='v.2']"
            })
    void hoverMarksTheQuantityEverywhere(String place) {
        page.locator(place).first().hover();
        assertThat(autodiff.primalTrace().locator("[data-step='3']")).hasClass(LINKED);
        assertThat(page.locator(".node .quantity[data-q='v.2']")).hasClass(LINKED);
        assertThat(page.locator(".formula-row.here [data-q='v.2']").first()).hasClass(LINKED);
        assertThat(page.locator("tr[aria-current=step]")).not().hasClass(LINKED);
        page.locator(".wordmark").hover();
        assertThat(page.locator(".linked")).hasCount(0);
    }

    @Test
    void focusMarksToo() {
        autodiff.graph().locator("[tabindex='0']").focus();
        page.keyboard().press("ArrowRight");
        assertThat(autodiff.primalTrace().locator("[data-step='1']")).hasClass(LINKED);
    }

    @Test
    void hoverMovesNothingAndIsNeverYellow() {
        List<Object> before = places();
        page.locator(".row[data-step='3'] .row-step").hover();
        assertThat(page.locator(".node .quantity[data-q='v.2']")).hasClass(LINKED);
        assertTrue(before.equals(places()));
        assertThat(page.locator(".row[data-step='3']")).not().hasCSS("background-color", "rgb(255, 223, 107)");
    }

    @Test
    void aPressOnARowGoesToItsStep() {
        autodiff.primalTrace().locator("[data-step='3'] .operation").click();
        assertStep(4);
        page.keyboard().press("ArrowRight");
        assertStep(5);
    }

    @Test
    void aPressOnANodeGoesToTheStepThatCompletesItsQuantity() {
        node("v.4").click();
        assertStep(9);
        page.keyboard().press("ArrowRight");
        assertStep(10);
    }

    @Test
    void pressesOnANodeGoThroughItsContributions() {
        node("v.0").click();
        assertStep(13);
        node("v.0").click();
        assertStep(15);
    }

    private Locator node(String address) {
        return page.locator(".node .circle[data-q='" + address + "']");
    }

    @SuppressWarnings("unchecked")
    private List<Object> places() {
        return (List<Object>) page.evaluate("""
                () => [...document.querySelectorAll(".node, .row, .formula-row")].flatMap((part) => {
                  const { x, y, width, height } = part.getBoundingClientRect();
                  return [x, y, width, height];
                })""");
    }

    private void assertStep(int step) {
        assertThat(autodiff.timeline()).hasAttribute("aria-valuenow", String.valueOf(step));
    }
}
