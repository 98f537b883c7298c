package backstep.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import org.junit.jupiter.api.Test;

/** A number travels along its edge, unless the reader wants less motion, goes back or drags. */
class MotionTest extends BrowserTest {

    @Test
    void aNumberTravelsAlongTheEdgeOfTheNextStep() {
        given(ReducedMotion.NO_PREFERENCE);
        page.keyboard().press("ArrowRight");
        assertEquals(1, travellers());
    }

    @Test
    void nothingTravelsOnTheWayBack() {
        given(ReducedMotion.NO_PREFERENCE);
        page.keyboard().press("ArrowLeft");
        assertEquals(0, travellers());
    }

    @Test
    void nothingTravelsWithReducedMotion() {
        given(ReducedMotion.REDUCE);
        page.keyboard().press("ArrowRight");
        assertEquals(0, travellers());
        assertEquals("0s", page.locator(".knob").evaluate("knob => getComputedStyle(knob).transitionDuration"));
    }

    private void given(ReducedMotion motion) {
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(motion));
        open("/autodiff?s=14");
        assertThat(page.locator("tr[aria-current=step] .row-step")).hasText("14");
        page.evaluate("""
                () => {
                  window.travelled = 0;
                  const count = (changes) => changes.forEach(({ addedNodes }) =>
                    addedNodes.forEach((node) => (window.travelled += node.className === "traveller" ? 1 : 0)));
                  new MutationObserver(count).observe(document.querySelector(".graph-labels"), { childList: true });
                }""");
    }

    private int travellers() {
        assertThat(page.locator("tr[aria-current=step] .row-step")).not().hasText("14");
        return (int) page.evaluate("() => new Promise((done) => requestAnimationFrame(() => done(window.travelled)))");
    }
}
