package backstep.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExpressionEditorTest extends BrowserTest {

    private AutodiffPage autodiff;

    @BeforeEach
    void openTheOpeningExample() {
        autodiff = new AutodiffPage(page);
        open("/autodiff?s=15");
        assertThat(autodiff.primalTrace()).containsText("11.652");
    }

    @Test
    void anEditIsComputedWhileItIsTyped() {
        autodiff.expression().fill("y = x1*x2 + 1");
        assertThat(autodiff.primalTrace()).containsText("11.000");
        assertThat(autodiff.saidBelowTheExpression()).isEmpty();
    }

    @Test
    void aMistakeIsMarkedAtItsCharacterAndSaidBelow() {
        expectStatus(400);
        autodiff.expression().fill("y = ln(x1 + * x2");
        assertThat(autodiff.saidBelowTheExpression()).containsText("Position 13:");
        assertThat(autodiff.mark()).hasText("*");
        assertThat(autodiff.expression()).hasAttribute("aria-invalid", "true");
    }

    @Test
    void theLastGoodTraceStaysUntilTheTextCanBeReadAgain() {
        expectStatus(400);
        autodiff.expression().fill("y = ln(");
        assertThat(autodiff.saidBelowTheExpression()).containsText("The last good trace stays below, in grey.");
        assertThat(autodiff.primalTrace()).containsText("11.652");
        autodiff.expression().fill("y = x1 + x2");
        assertThat(autodiff.saidBelowTheExpression()).isEmpty();
        assertThat(autodiff.primalTrace()).containsText("7.000");
    }

    @Test
    void anEmptyExpressionOffersThreeStarts() {
        expectStatus(400);
        autodiff.expression().fill("");
        assertThat(autodiff.saidBelowTheExpression())
                .hasText("Type an expression, or start from a product, a neuron, the textbook example.");
        assertThat(autodiff.graph()).isHidden();
        autodiff.button("a neuron").click();
        assertThat(autodiff.expression()).hasValue("y = sigmoid(w*x + b)");
        assertThat(autodiff.input("w")).hasValue("2");
        assertThat(autodiff.graph()).isVisible();
        assertThat(autodiff.derivatives()).containsText("0.197");
    }

    @Test
    void theAnswerOfAnOlderEditNeverShows() {
        HeldAnswers held = HeldAnswers.to(page, "**/api/autodiff/*", "x1*3");
        autodiff.expression().fill("y = x1*3");
        held.awaitOne();
        autodiff.expression().fill("y = x1*4");
        assertThat(autodiff.primalTrace()).containsText("8.000");
        held.letGo();
        assertThat(autodiff.primalTrace()).not().containsText("6.000");
    }

    @Test
    void aNewVariableGetsAFieldAndAnOldOneKeepsItsValue() {
        autodiff.expression().fill("y = x1*x2*t");
        assertThat(autodiff.input("t")).hasValue("1");
        assertThat(autodiff.input("x2")).hasValue("5");
        autodiff.expression().fill("y = x1*x2");
        assertThat(autodiff.input("t")).hasCount(0);
    }
}
