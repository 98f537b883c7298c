package backstep.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ReducedMotion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessibilityTest extends BrowserTest {

    /** The dark theme has the same elements in other colours. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/autodiff?s=15",
                "/embed/autodiff?s=15",
                "/network?s=12",
                "/network?s=82&g=layer",
                "/embed/network?s=12",
                "/playground",
                "/docs/api"
            })
    void axeFindsNothingOnAnyPageInEitherTheme(String path) {
        given(path, ColorScheme.LIGHT);
        assertAccessible();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertColoursAccessible();
    }

    /** The page around it is the one above. */
    @ParameterizedTest
    @CsvSource({
        "/nowhere, Share",
        "/nowhere, Settings",
        "/nowhere, Help",
        "/autodiff, Examples",
        "/network, Examples",
        "/network, Edit network"
    })
    void axeFindsNothingInAnOpenPanel(String path, String panel) {
        expectStatus(404);
        given(path, ColorScheme.LIGHT);
        AutodiffPage page = new AutodiffPage(this.page);
        page.button(panel).click();
        assertThat(page.section(panel)).isVisible();
        assertAccessible(page.section(panel));
    }

    @Test
    void axeFindsNothingWhereThereIsAMistake() {
        expectStatus(400);
        given("/autodiff?s=15", ColorScheme.DARK);
        new AutodiffPage(page).expression().fill("y = ln(x1 + * x2");
        assertThat(new AutodiffPage(page).mark()).isVisible();
        assertAccessible();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/autodiff?s=15", "/playground"})
    void axeFindsNothingInPresenterMode(String path) {
        given(path, ColorScheme.LIGHT);
        page.keyboard().press("p");
        assertThat(page.getByRole(AriaRole.BANNER)).isHidden();
        assertAccessible();
    }

    @Test
    void theFirstStopOfTheKeyboardLeadsPastTheTopBar() {
        given("/autodiff", ColorScheme.LIGHT);
        page.keyboard().press("Tab");
        assertThat(page.getByText("Skip to the content")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("main")).isFocused();
    }

    private void given(String path, ColorScheme theme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme).setReducedMotion(ReducedMotion.REDUCE));
        open(path);
        page.waitForLoadState(LoadState.NETWORKIDLE);
    }
}
