package backstep.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;

class ThemeTest extends BrowserTest {

    private static final String LIGHT_PAPER = "rgb(252, 251, 247)";
    private static final String DARK_PAPER = "rgb(20, 22, 26)";

    @Test
    void theSystemsThemeIsFollowedUntilOneIsChosen() {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        open("/");
        assertPaper(DARK_PAPER);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        assertPaper(LIGHT_PAPER);
    }

    @Test
    void aChosenThemeIsKeptOnEveryPage() {
        open("/");
        chooseTheme("Dark");
        assertPaper(DARK_PAPER);
        open("/autodiff");
        assertPaper(DARK_PAPER);
        chooseTheme("Light");
        page.reload();
        assertPaper(LIGHT_PAPER);
    }

    @Test
    void theChosenThemeIsThereBeforeThePageIsDrawn() {
        open("/");
        chooseTheme("Dark");
        Page page = context().newPage();
        page.addInitScript("""
                new MutationObserver((_, observer) => {
                  if (document.body) {
                    window.themeAtBody = document.documentElement.dataset.theme;
                    observer.disconnect();
                  }
                }).observe(document, { childList: true, subtree: true });""");
        page.navigate(url("/"));
        assertEquals("dark", page.evaluate("window.themeAtBody"));
    }

    private void chooseTheme(String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name + " theme"))
                .click();
    }

    private void assertPaper(String color) {
        assertThat(page.locator("body")).hasCSS("background-color", color);
    }
}
