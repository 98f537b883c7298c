package backstep.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GalleryAndModeTest extends BrowserTest {

    private AutodiffPage autodiff;

    @BeforeEach
    void openTheOpeningExample() {
        autodiff = new AutodiffPage(page);
        open("/autodiff?s=15");
        assertThat(autodiff.input("x1")).hasValue("2");
    }

    @Test
    void anExampleOfTheGalleryBeginsAtItsFirstStep() {
        autodiff.button("Examples").click();
        autodiff.section("Examples").getByText("A chain that vanishes").click();
        assertThat(autodiff.expression()).hasValue("y = sigmoid(sigmoid(sigmoid(sigmoid(sigmoid(sigmoid(x))))))");
        assertThat(autodiff.timeline()).hasAttribute("aria-valuenow", "1");
        assertThat(autodiff.section("Examples")).isHidden();
    }

    @Test
    void theGalleryIsReachedByKeyboardAlone() {
        autodiff.button("Examples").press("Enter");
        assertThat(autodiff.section("Examples").getByRole(AriaRole.BUTTON))
                .not()
                .hasCount(0);
        page.keyboard().press("Tab");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        assertThat(autodiff.expression()).hasValue(Pattern.compile("sigmoid\\(z\\)"));
        assertThat(autodiff.button("Examples")).isFocused();
    }

    @Test
    void forwardModeAsksForTheSeed() {
        autodiff.mode("Forward").check();
        assertThat(page.getByText("Forward tangent trace")).isVisible();
        autodiff.choices("seed")
                .getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName("x2"))
                .check();
        assertThat(autodiff.section("Forward tangent trace")).containsText("1.716");
        autodiff.mode("Reverse").check();
        assertThat(autodiff.choices("seed")).hasCount(0);
    }

    @Test
    void severalOutputsCanBeChosenFrom() {
        autodiff.expression().fill("f1 = x1*x2; f2 = x1 + x2");
        autodiff.choices("output")
                .getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName("f2"))
                .check();
        assertThat(autodiff.derivatives()).containsText("1.000");
        autodiff.choices("output")
                .getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName("f1"))
                .check();
        assertThat(autodiff.derivatives()).containsText("5.000");
    }
}
