package backstep.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DerivativesTest extends BrowserTest {

    private AutodiffPage autodiff;

    @BeforeEach
    void openTheOpeningExample() {
        autodiff = new AutodiffPage(page);
        open("/autodiff?s=15");
        assertThat(autodiff.input("x1")).hasValue("2");
    }

    @Test
    void theGradientStandsBesideCentralDifferences() {
        assertThat(autodiff.derivatives()).containsText("5.500");
        assertThat(autodiff.derivatives()).containsText("1.716");
        assertThat(autodiff.derivatives()).containsText("gradient check passes");
    }

    @Test
    void theGradientSoFarFollowsTheStep() {
        assertThat(page.locator("bs-gradient-so-far")).containsText("(one path left)");
        assertThat(page.locator("bs-gradient-so-far")).containsText("(complete)");
        page.keyboard().press("End");
        assertThat(page.locator("bs-gradient-so-far")).not().containsText("left");
    }

    @Test
    void theHessianIsThereWhenItIsAskedFor() {
        assertThat(autodiff.table("Hessian of y")).hasCount(0);
        autodiff.button("Show the Hessian").click();
        assertThat(autodiff.table("Hessian of y").getByRole(AriaRole.CELL))
                .hasText(new String[] {"", "−0.250", "1.000", "1.000", "−0.959"});
    }

    @Test
    void severalOutputsHaveAJacobian() {
        autodiff.expression().fill("f1 = x1*x2; f2 = x1 + x2");
        assertThat(autodiff.table("Jacobian: a row for each output, a column for each input")
                        .getByRole(AriaRole.CELL))
                .hasText(new String[] {"", "5.000", "2.000", "1.000", "1.000"});
    }

    @Test
    void outsideItsDomainTheTraceSaysWhyAndOffersTheWayBack() {
        autodiff.input("x1").fill("-2");
        Locator note = page.locator("bs-domain-note");
        assertThat(note).containsText("not defined");
        assertThat(note).containsText("ln needs a positive number");
        assertThat(autodiff.saidBelowTheExpression()).isHidden();
        autodiff.button("Set x1 to 2").click();
        assertThat(note).hasText("");
        assertThat(autodiff.primalTrace()).containsText("11.652");
    }

    @Test
    void theFormulaSaysOnceWhyAValueIsNotDefined() {
        autodiff.input("x1").fill("-2");
        assertThat(page.locator("bs-domain-note")).containsText("not defined");
        page.locator("[data-step='2'] .row-step").click();
        Locator formula = autodiff.section("Formula of the step");
        assertThat(formula).containsText("ln needs a positive number");
        assertThat(formula.locator(".formula-reason")).hasCount(0);
    }

    @Test
    void numbersAloneHaveNoGradient() {
        autodiff.expression().fill("y = 3 + 4");
        assertThat(autodiff.primalTrace()).containsText("7.000");
        assertThat(autodiff.primalTrace()).not().containsText("Gradient so far");
    }

    @Test
    void theLineOfAnOutputSaysItsName() {
        assertThat(page.locator("[data-step='6'] .operation .katex-html")).containsText("=y");
        autodiff.expression().fill("a = x1*x2; b = a + 1");
        assertThat(page.locator("[data-step='2'] .operation .katex-html")).containsText("=a");
        assertThat(page.locator("[data-step='3'] .operation .katex-html")).containsText("=b");
    }
}
