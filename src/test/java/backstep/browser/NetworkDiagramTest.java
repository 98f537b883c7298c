package backstep.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The drawn network at a step: what its units and weights show, and how one moves among them. */
class NetworkDiagramTest extends BrowserTest {

    private NetworkPage network;

    @BeforeEach
    void openTheOpeningNetwork() {
        network = new NetworkPage(page);
        open("/network?s=12");
        network.assertStep(12);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 8, 9, 10, 12, 17, 25, 31})
    void unitsShowTheNumbersOfTheInterfaceOnceTheyAreTold(int step) {
        network.go(step);
        int example = 1 + (step - 1) / 17;
        List<String> told = network.toldUntil(step);
        Map<String, Object> trace = network.answer("/api/network/trace");
        for (int layer = 2; layer <= 3; layer++) {
            for (int unit = 1; unit <= (layer == 2 ? 3 : 1); unit++) {
                String place = layer + "." + unit + "@" + example;
                String activation = NetworkPage.shown(numberOf(trace, layer, "a", unit, example));
                assertThat(network.unit(layer, unit, example)).hasText(told.contains("a." + place) ? activation : "·");
                if (told.contains("delta." + place)) {
                    assertThat(network.delta(layer, unit, example))
                            .hasText(NetworkPage.shown(numberOf(trace, layer, "delta", unit, example)));
                }
            }
        }
    }

    @Test
    void biasUnitsAreUnitsOfValueOneWithoutADelta() {
        Locator bias = page.locator(".node.bias");
        assertThat(bias).hasCount(2);
        assertThat(bias.locator(".circle")).hasText(new String[] {"1", "1"});
        assertThat(bias.first().locator(".circle")).hasCSS("border-top-style", "dashed");
        assertThat(bias.locator(".quantity")).hasCount(0);
    }

    @Test
    void theNextDeltaIsAnnouncedAndTheOthersWait() {
        network.go(10);
        assertThat(network.delta(2, 1, 1)).hasText("next");
        assertThat(network.delta(2, 2, 1)).hasText("·");
        network.go(9);
        assertThat(page.locator(".node .quantity.below:visible")).hasCount(0);
    }

    @Test
    void targetAndLossStandAtTheOutput() {
        assertThat(page.locator(".outcome [data-q='y.1@1'] .number")).hasText("1");
        assertThat(page.locator(".outcome [data-q='loss@1'] .number")).hasText("0.611");
        network.go(8);
        assertThat(page.locator(".outcome [data-q='loss@1'] .number")).hasText("·");
    }

    @Test
    void onlyTheWeightsThatTheStepReadsAreLitAndNamed() {
        assertThat(page.locator(".lit.backward")).hasCount(1);
        assertThat(page.locator(".edge-label:visible")).hasCount(1);
        assertThat(page.locator(".edge-label")).hasAttribute("data-q", "Theta.2.1.2");
        network.go(3);
        assertThat(page.locator(".lit.forward")).hasCount(4);
    }

    @Test
    void aUnitSaysLayerUnitActivationAndDelta() {
        assertThat(network.unit(2, 2, 1)).hasAttribute("aria-label", "layer 2, unit 2, activation 0.574, delta 0.101");
        assertThat(network.unit(2, 0, 1)).hasAttribute("aria-label", "layer 2, bias unit, value 1");
    }

    @Test
    void arrowKeysMoveAmongUnitsAndLeaveTheStep() {
        network.diagram().locator("[tabindex='0']").focus();
        page.keyboard().press("ArrowDown");
        assertThat(network.unit(1, 1, 1)).isFocused();
        page.keyboard().press("ArrowRight");
        assertThat(network.unit(2, 1, 1)).isFocused();
        page.keyboard().press("ArrowDown");
        assertThat(network.unit(2, 2, 1)).isFocused();
        assertThat(network.diagram().locator("[tabindex='0']")).hasCount(1);
        network.assertStep(12);
    }

    @Test
    void enterGoesToTheStepOfTheUnit() {
        network.unit(3, 1, 1).focus();
        page.keyboard().press("Enter");
        network.assertStep(10);
        network.go(2);
        network.unit(2, 3, 1).focus();
        page.keyboard().press("Enter");
        network.assertStep(6);
    }

    @Test
    void anInputIsEditedWhereItStands() {
        network.unit(1, 1, 1).dblclick();
        page.keyboard().type("2x");
        assertThat(page.locator(".edit-in-place [role=status]")).hasText("“2x” is no number; x1 is still 1.");
        page.keyboard().press("Control+a");
        page.keyboard().type("2.5");
        page.keyboard().press("Enter");
        assertThat(network.unit(1, 1, 1)).hasText("2.500");
        assertThat(network.unit(2, 2, 1)).not().hasText("0.574");
        network.assertStep(12);
    }

    @Test
    void aWideLayerIsCountedAndUnfolds() {
        open(NetworkAddress.of(20, 4, 2));
        Locator count = page.locator(".fold-count");
        assertThat(count).hasText("13 more");
        assertThat(page.locator(".node.input")).hasCount(7);
        count.click();
        assertThat(page.locator(".node.input")).hasCount(20);
        network.button("Fold layer 1").click();
        assertThat(page.locator(".node.input")).hasCount(7);
    }

    @Test
    void theStepIsSeenWhereItsUnitIsFolded() {
        open(NetworkAddress.of(3, 20, 2) + "&s=20");
        assertThat(page.locator(".fold-count")).hasText(Pattern.compile("^unit 10: "));
        assertThat(page.locator(".unit-row[aria-current=step]")).containsText("layer 2, unit 10");
    }

    @Test
    void aStepTouchesOnlyTheUnitsThatItChanges() {
        open(NetworkAddress.of(8, 8, 8, 8) + "&s=20");
        assertThat(page.locator(".weight")).hasCount(216);
        page.evaluate("""
                () => {
                  window.touched = new Set();
                  window.lines = 0;
                  const units = (changes) => changes.forEach(({ target }) => window.touched.add(target.closest(".node")));
                  const all = { subtree: true, childList: true, attributes: true, characterData: true };
                  new MutationObserver(units).observe(document.querySelector(".graph-nodes"), all);
                  const lines = (changes) => (window.lines += changes.length);
                  new MutationObserver(lines).observe(document.querySelector(".weight-lines"), all);
                }""");
        page.keyboard().press("ArrowRight");
        network.assertStep(21);
        page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
        int touched = (int) page.evaluate("window.touched.size");
        assertTrue(touched > 0 && touched <= 1 + 2 * 9, touched + " units touched");
        assertEquals(0, page.evaluate("window.lines"));
    }

    private static Object numberOf(Map<String, Object> trace, int layer, String kind, int unit, int example) {
        Map<?, ?> numbers = (Map<?, ?>) ((List<?>) trace.get("layers")).get(layer - 1);
        return ((List<?>) ((List<?>) numbers.get(kind)).get(example - 1)).get(unit - 1);
    }
}
