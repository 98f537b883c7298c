package backstep.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Everything of a network can be changed, and every change can be taken back. */
class NetworkEditingTest extends BrowserTest {

    private NetworkSetup setup;

    @BeforeEach
    void openTheOpeningNetwork() {
        open("/network?s=12");
        setup = new NetworkSetup(page);
        assertThat(setup.number("z.2.1@1")).hasText("0.650");
        setup.openPanel();
    }

    @Test
    void aLargerLayerKeepsTheWeightsThatItHas() {
        setup.field("Units of layer 2").fill("4");
        assertThat(setup.name()).hasText("3–4–1, sigmoid");
        assertThat(setup.weight("Theta.1.2.1")).hasText("0.700");
        assertThat(setup.weight("Theta.2.1.3")).hasText("0.500");
        assertThat(setup.weight("Theta.1.4.0")).isVisible();
        assertThat(setup.weight("Theta.2.1.4")).isVisible();
        setup.field("Units of layer 2").fill("2");
        assertThat(setup.name()).hasText("3–2–1, sigmoid");
        assertThat(setup.weight("Theta.1.2.1")).hasText("0.700");
        assertThat(setup.weight("Theta.1.3.1")).hasCount(0);
    }

    @Test
    void moreInputsAndOutputsBringTheirColumnsOfExamples() {
        setup.field("Units of layer 1").fill("4");
        assertThat(setup.field("Example 1, x 4")).hasValue("0");
        setup.field("Units of layer 3").fill("2");
        assertThat(setup.field("Example 4, y 2")).hasValue("0");
        assertThat(setup.name()).hasText("4–3–2, sigmoid");
    }

    @Test
    void layersComeAndGo() {
        setup.button("Add a hidden layer").click();
        assertThat(setup.name()).hasText("3–3–3–1, sigmoid");
        assertThat(setup.weight("Theta.1.2.1")).hasText("0.700");
        setup.button("Remove layer 3").click();
        assertThat(setup.name()).hasText("3–3–1, sigmoid");
        setup.button("Remove layer 2").click();
        assertThat(setup.name()).hasText("3–1, sigmoid");
        assertThat(setup.weight("Theta.2.1.0")).hasCount(0);
    }

    @Test
    void anotherActivationIsComputedWith() {
        setup.list("Activation of layer 2").selectOption("tanh");
        assertThat(setup.name()).hasText("3–3–1, tanh, sigmoid");
        assertThat(setup.number("a.2.1@1")).hasText("0.572");
    }

    @Test
    void aCombinationThatMakesNoSenseSaysWhyBesideTheField() {
        expectStatus(400);
        setup.list("Activation of layer 3").selectOption("linear");
        assertThat(setup.reasons()).containsText("Binary-cross-entropy takes logarithms of the outputs");
        assertThat(setup.notice()).containsText("The last good pass stays below");
        assertThat(setup.number("z.2.1@1")).hasText("0.650");
        setup.list("Loss").selectOption("squared-error");
        assertThat(setup.reasons()).hasCount(0);
        assertThat(setup.notice()).not().containsText("last good pass");
    }

    @Test
    void anInputATargetAndTheRegularisationAreComputedWith() {
        setup.field("Example 1, x 2").fill("2");
        assertThat(setup.number("z.2.1@1")).hasText("−0.550");
        setup.field("Example 1, y 1").fill("0");
        setup.field("Lambda, regularisation").fill("2");
        page.keyboard().press("Escape");
        page.keyboard().press("Escape");
        page.keyboard().press("End");
        assertThat(page.locator("bs-unit-table")).containsText("cost J");
        assertThat(setup.check()).containsText("gradient check passes");
    }

    @Test
    void aTextThatIsNoNumberSaysSoAndChangesNothing() {
        setup.field("Example 1, x 2").fill("two");
        assertThat(setup.reasons()).hasText("“two” is no number; it is still 0.");
        assertThat(setup.number("z.2.1@1")).hasText("0.650");
        page.keyboard().press("Escape");
        assertThat(setup.field("Example 1, x 2")).hasValue("0");
    }

    @Test
    void examplesComeAndGo() {
        setup.button("Add an example").click();
        assertThat(setup.example()).containsText("of 5");
        setup.button("Remove example 1").click();
        assertThat(setup.example()).containsText("of 4");
        assertThat(setup.field("Example 1, x 1")).hasValue("0");
    }

    @Test
    void aSeedDrawsTheSameWeightsEveryTime() {
        Locator weight = setup.weight("Theta.1.1.1");
        setup.list("Weights").selectOption("normal");
        assertThat(weight).not().hasText("0.400");
        String first = weights();
        setup.field("Seed").fill("12");
        assertThat(weight).not().hasText(first.lines().toList().get(1));
        setup.field("Seed").fill("7");
        assertThat(weight).hasText(first.lines().toList().get(1));
        assertEquals(first, weights());
    }

    @Test
    void everyEditCanBeTakenBackAndResetGivesTheVeryStart() {
        String start = weights();
        setup.list("Weights").selectOption("he-normal");
        assertThat(setup.weight("Theta.1.1.1")).not().hasText("0.400");
        setup.field("Units of layer 2").fill("5");
        assertThat(setup.name()).hasText("3–5–1, sigmoid");
        setup.button("Reset to the start").click();
        assertThat(setup.name()).hasText("3–3–1, sigmoid");
        assertThat(setup.weight("Theta.1.1.1")).hasText("0.400");
        assertEquals(start, weights());
        page.keyboard().press("Escape");
        setup.button("Undo").click();
        assertThat(setup.name()).hasText("3–5–1, sigmoid");
        setup.button("Undo").click();
        setup.button("Undo").click();
        assertThat(setup.weight("Theta.1.1.1")).hasText("0.400");
        assertThat(setup.button("Undo")).hasAttribute("aria-disabled", "true");
        setup.button("Redo").click();
        setup.button("Redo").click();
        assertThat(setup.name()).hasText("3–5–1, sigmoid");
    }

    @Test
    void theSignConventionIsOneClick() {
        page.keyboard().press("Escape");
        assertThat(setup.number("delta.3.1@1")).hasText("−0.457");
        setup.choice("log-likelihood").check();
        assertThat(setup.number("delta.3.1@1")).hasText("0.457");
        setup.openPanel();
        setup.list("Loss").selectOption("half-squared-error");
        assertThat(setup.choice("log-likelihood")).hasCount(0);
        assertThat(setup.notice()).hasText("");
    }

    private String weights() {
        List<String> shown = page.locator(".net-matrix.Theta td .number").all().stream()
                .map(Locator::innerText)
                .toList();
        return String.join("\n", shown);
    }
}
