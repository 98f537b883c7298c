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

class AccessibilityTest extends BrowserTest {

    @ParameterizedTest
    @CsvSource({
        "/, LIGHT",
        "/, DARK",
        "/autodiff?s=15, LIGHT",
        "/autodiff?s=15, DARK",
        "/embed/autodiff?s=15, LIGHT",
        "/embed/autodiff?s=15, DARK",
        "/network?s=12, LIGHT",
        "/network?s=12, DARK",
        "/network?s=82&g=layer, LIGHT",
        "/embed/network?s=12, LIGHT",
        "/embed/network?s=12, DARK",
        "/playground, LIGHT",
        "/playground, DARK",
        "/docs/api, LIGHT",
        "/docs/api, DARK"
    })
    void axeFindsNothingOnAnyPage(String path, ColorScheme theme) {
        given(path, theme);
        assertAccessible();
    }

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
        assertAccessible();
    }

    @Test
    void axeFindsNothingWhereThereIsAMistake() {
        expectStatus(400);
        given("/autodiff?s=15", ColorScheme.DARK);
        new AutodiffPage(page).expression().fill("y = ln(x1 + * x2");
        assertThat(new AutodiffPage(page).mark()).isVisible();
        assertAccessible();
    }

    @Test
    void axeFindsNothingInPresenterMode() {
        given("/autodiff?s=15", ColorScheme.LIGHT);
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
