package backstep.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PresenterTest extends BrowserTest {

    private AutodiffPage autodiff;

    @BeforeEach
    void openTheOpeningExample() {
        autodiff = new AutodiffPage(page);
        page.setViewportSize(1920, 1080);
        page.clock().install();
        open("/autodiff?s=15");
        assertThat(autodiff.input("x1")).hasValue("2");
    }

    @Test
    void theKeyPTurnsThePageOverAndEscapeTurnsItBack() {
        page.keyboard().press("p");
        assertThat(page.getByRole(AriaRole.BANNER)).isHidden();
        assertThat(page.locator(".presenter-line")).containsText("now");
        assertThat(page.locator(".presenter-line")).containsText("next:");
        page.keyboard().press("Escape");
        assertThat(page.getByRole(AriaRole.BANNER)).isVisible();
        assertThat(page.locator(".presenter-line")).hasCount(0);
    }

    @Test
    void nothingIsSmallerThanTwentyFourPixelsOnALargeScreen() {
        page.keyboard().press("p");
        assertThat(page.locator(".presenter-line")).isVisible();
        Object small = page.evaluate("""
                () => {
                  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
                  const found = [];
                  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
                    const element = text.parentElement;
                    const shown = text.data.trim() !== "" && element.checkVisibility({ visibilityProperty: true })
                      && element.getBoundingClientRect().width > 1;
                    const inFormula = element.closest(".katex, select, .visually-hidden") !== null;
                    if (shown && !inFormula && parseFloat(getComputedStyle(element).fontSize) < 24) {
                      found.push(text.data.trim());
                    }
                  }
                  return found;
                }""");
        assertEquals(List.of(), small);
    }

    @Test
    void itBeginsInTheLightThemeSinceProjectorsWashOutDarkPages() {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.keyboard().press("p");
        assertThat(page.locator("body")).hasCSS("background-color", "rgb(252, 251, 247)");
        autodiff.button("Dark theme").click();
        assertThat(page.locator("body")).hasCSS("background-color", "rgb(20, 22, 26)");
    }

    @Test
    void theControlsHideAfterThreeStillSeconds() {
        page.keyboard().press("p");
        page.mouse().move(600, 400);
        assertThat(page.locator("bs-timeline")).hasCSS("opacity", "1");
        page.clock().fastForward(3_100);
        assertThat(page.locator("bs-timeline")).hasCSS("opacity", "0");
        page.mouse().move(700, 400);
        assertThat(page.locator("bs-timeline")).hasCSS("opacity", "1");
    }

    @Test
    void theClockShowsTheTimeSinceTheStart() {
        page.keyboard().press("p");
        page.clock().runFor(62_000);
        assertThat(page.locator(".presenter-clock")).hasText(Pattern.compile("01:0\\d"));
    }

    @Test
    void aClickerStepsAndTheFullStopBlackensTheScreen() {
        page.keyboard().press("p");
        page.keyboard().press("PageDown");
        assertThat(autodiff.timeline()).hasAttribute("aria-valuenow", "16");
        page.keyboard().press(".");
        assertThat(autodiff.button("Show the page again")).isVisible();
        page.keyboard().press(".");
        assertThat(autodiff.button("Show the page again")).hasCount(0);
    }

    @Test
    void theTextCanBeMadeLarger() {
        page.keyboard().press("p");
        double before = headingSize();
        autodiff.button("Larger text").click();
        assertThat(page.locator("html")).hasCSS("font-size", Pattern.compile("29\\.4\\d*px"));
        assertEquals(1.15, headingSize() / before, 0.01);
    }

    private double headingSize() {
        return ((Number) page.evaluate(
                        "parseFloat(getComputedStyle(document.querySelector('.formula-head h2')).fontSize)"))
                .doubleValue();
    }
}
