package backstep.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest extends BrowserTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/autodiff", "/docs/api"})
    void theQuestionMarkOpensTheListOfKeysOnEveryPage(String path) {
        open(path);
        assertThat(help()).isHidden();
        page.keyboard().press("?");
        assertThat(help()).containsText("one step back, one step on");
        page.keyboard().press("Escape");
        assertThat(help()).isHidden();
    }

    @Test
    void theKeysActAgainAfterTheirListIsClosed() {
        open("/autodiff");
        assertThat(new AutodiffPage(page).timeline()).hasAttribute("aria-valuemax", "16");
        page.keyboard().press("?");
        assertThat(help()).isVisible();
        page.keyboard().press("Escape");
        page.keyboard().press("b");
        assertThat(new AutodiffPage(page).timeline()).hasAttribute("aria-valuenow", "8");
    }

    @Test
    void aQuestionMarkInAFieldIsAQuestionMark() {
        open("/autodiff");
        expectStatus(400);
        new AutodiffPage(page).expression().press("?");
        assertThat(help()).isHidden();
        assertThat(page.locator("#expression-said")).not().isEmpty();
    }

    @Test
    void everyLicenceThatHelpNamesCanBeRead() {
        open("/docs/api");
        page.keyboard().press("?");
        for (Locator licence : help().getByRole(AriaRole.LINK).all()) {
            assertEquals(
                    200, page.request().get(url(licence.getAttribute("href"))).status(), licence.getAttribute("href"));
        }
    }

    private Locator help() {
        return new AutodiffPage(page).section("Help");
    }
}
