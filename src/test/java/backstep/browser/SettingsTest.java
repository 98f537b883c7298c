package backstep.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SettingsTest extends BrowserTest {

    private AutodiffPage autodiff;

    @BeforeEach
    void openTheSettings() {
        autodiff = new AutodiffPage(page);
        open("/autodiff?s=16");
        autodiff.button("Settings").click();
    }

    @Test
    void decimalsAreShownAsChosenAndKept() {
        choose("Decimals", "5");
        assertThat(autodiff.primalTrace()).containsText("11.65207");
        page.reload();
        assertThat(autodiff.primalTrace()).containsText("11.65207");
    }

    @Test
    void theDecimalMarkMayBeAComma() {
        choose("Decimal mark", "comma, 0,5");
        assertThat(autodiff.primalTrace()).containsText("11,652");
        autodiff.input("x1").fill("2,5");
        assertThat(autodiff.primalTrace()).containsText("2,500");
    }

    @Test
    void anAdjointMayBeWrittenAsAPartialDerivative() {
        choose("Adjoint written", "partial y by partial v");
        assertThat(autodiff.adjointTrace()).containsText("∂y");
        choose("Adjoint written", "v-bar");
        assertThat(autodiff.adjointTrace()).not().containsText("∂y");
    }

    @Test
    void theReverseTraceMayBeReadAsItIsPrinted() {
        choose("Reverse trace", "as printed, bottom-up");
        assertThat(firstRowOfTheAdjointTrace()).containsText("16");
        choose("Reverse trace", "as it ran, top-down");
        assertThat(firstRowOfTheAdjointTrace()).containsText("8");
    }

    @Test
    void singleLettersDoNothingWhenTheyAreSwitchedOff() {
        panel().getByRole(AriaRole.CHECKBOX).uncheck();
        page.keyboard().press("Escape");
        page.locator("main").focus();
        page.keyboard().press("f");
        assertThat(autodiff.timeline()).hasAttribute("aria-valuenow", "16");
        page.keyboard().press("ArrowLeft");
        assertThat(autodiff.timeline()).hasAttribute("aria-valuenow", "15");
    }

    @Test
    void escapeClosesTheSettingsAndGivesFocusBack() {
        page.keyboard().press("Escape");
        assertThat(panel()).isHidden();
        assertThat(autodiff.button("Settings")).isFocused();
    }

    private Locator panel() {
        return autodiff.section("Settings");
    }

    private void choose(String setting, String value) {
        panel().getByRole(AriaRole.RADIOGROUP, new Locator.GetByRoleOptions().setName(setting))
                .getByRole(
                        AriaRole.RADIO,
                        new Locator.GetByRoleOptions().setName(value).setExact(true))
                .check();
    }

    private Locator firstRowOfTheAdjointTrace() {
        return autodiff.adjointTrace().locator("tbody tr").first();
    }
}
