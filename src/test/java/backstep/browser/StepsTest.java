package backstep.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** A page whose instruments are views of one step, gone through step by step. Steps are counted from 0 as in the story, or shown from 1. */
abstract class StepsTest extends BrowserTest {

    /** Asserts that all instruments show the step of the story. */
    abstract void assertEveryViewShows(int index);

    /** Goes from the first step of a story to its last. */
    final void goForwardsThrough(int size) {
        for (int k = 1; k < size; k++) {
            page.keyboard().press("ArrowRight");
            assertEveryViewShows(k);
        }
    }

    /** Goes from the last step of a story back to its first. */
    final void goBackwardsThrough(int size) {
        for (int k = size - 2; k >= 0; k--) {
            page.keyboard().press("ArrowLeft");
            assertEveryViewShows(k);
        }
    }

    final Locator timeline() {
        return page.getByRole(
                AriaRole.SLIDER, new Page.GetByRoleOptions().setName("Step").setExact(true));
    }

    /** Asserts how many steps there are. */
    final void assertSteps(int size) {
        assertThat(timeline()).hasAttribute("aria-valuemax", String.valueOf(size));
    }

    /** Asserts which step is on the screen, from 1. */
    final void assertStep(int step) {
        assertThat(timeline()).hasAttribute("aria-valuenow", String.valueOf(step));
    }

    /** Asserts what is read aloud of the step of the story. */
    final void assertReadAloud(int index, String speech) {
        assertThat(page.locator("bs-live-region [role=status]")).hasText("Step " + (index + 1) + ". " + speech);
    }

    /**
     * {@return what the parts of the page that a selector names show, as text and classes; without the MathML, which joins a
     * formula only once the reader rests on it}
     */
    final String picture(String parts) {
        return (String) page.evaluate("""
                (parts) => {
                  const seen = (part) => {
                    const copy = part.cloneNode(true);
                    copy.querySelectorAll(".katex-mathml").forEach((spoken) => spoken.remove());
                    return copy.textContent;
                  };
                  return [...document.querySelectorAll(parts)]
                    .map((part) => `${[...part.classList].filter((name) => name !== "linked").sort()}: ${seen(part)}`)
                    .join("\\n");
                }""", parts);
    }
}
