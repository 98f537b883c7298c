package backstep.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Θ, Δ and D at a step: numbers with their shapes, heat maps with a lens, weights that are edited in their cell. */
class MatricesTest extends BrowserTest {

    private static final Pattern NOW = Pattern.compile("\\bnow\\b");

    private static final int STEPS_OF_AN_EXAMPLE = 17;

    private NetworkPage network;

    @BeforeEach
    void openTheOpeningNetwork() {
        network = new NetworkPage(page);
        open("/network?s=12");
        network.assertStep(12);
    }

    @Test
    void everyMatrixCarriesItsShape() {
        assertThat(network.matrix("Theta", 1).locator(".matrix-shape")).containsText("3 × 4");
        assertThat(network.matrix("Theta", 2).locator(".matrix-shape")).containsText("1 × 4");
        assertThat(network.entry("Theta.2.1.2")).hasText("−0.900");
    }

    @Test
    void theWeightThatTheStepReadsIsMarked() {
        assertThat(page.locator(".net-matrix td.read")).hasCount(1);
        assertThat(page.locator(".net-matrix td.read")).hasAttribute("data-q", "Theta.2.1.2");
    }

    @Test
    void theSumShowsWhatIsAccumulatedSoFar() {
        assertThat(network.entry("Delta.2.1.0@1")).hasText("·");
        network.go(STEPS_OF_AN_EXAMPLE + 3);
        List<?> afterOne = (List<?>) ((Map<?, ?>) ((List<?>) accumulated()).get(1)).get("Delta");
        Object first = ((List<?>) ((List<?>) afterOne.get(1)).getFirst()).getFirst();
        assertThat(network.entry("Delta.2.1.0@1")).hasText(NetworkPage.fixed(first));
        assertThat(network.matrix("Delta", 2).locator(".matrix-shape")).containsText("after 1 of 4");
    }

    @Test
    void theGradientIsAnnouncedUntilItExists() {
        assertThat(network.matrix("D", 1).locator("table")).isHidden();
        assertThat(network.matrix("D", 1)).containsText("after example 4");
        network.go(4 * STEPS_OF_AN_EXAMPLE + 2);
        assertThat(network.matrix("D", 1).locator("table")).isVisible();
        assertThat(page.locator(".net-matrix td[data-q='D.1.1.0']")).hasClass(NOW);
        assertThat(network.entry("D.1.2.0")).hasText("·");
    }

    @Test
    void afterTheUpdateTheWeightsShowWhatTheyWere() {
        page.keyboard().press("End");
        assertThat(network.entry("Theta.2.1.2~1")).not().hasText("−0.900");
        assertThat(page.locator("td[data-q='Theta.2.1.2~1'] .was")).hasText("−0.900");
    }

    @Test
    void aWeightIsEditedInItsCellAndUndone() {
        network.entry("Theta.2.1.2").dblclick();
        page.keyboard().type("0.25");
        page.keyboard().press("Enter");
        assertThat(network.entry("Theta.2.1.2")).hasText("0.250");
        assertThat(network.delta(2, 2, 1)).not().hasText("0.101");
        network.assertStep(12);
        page.locator(".wordmark").focus();
        page.evaluate("document.activeElement.blur()");
        page.keyboard().press("z");
        assertThat(network.entry("Theta.2.1.2")).hasText("−0.900");
        assertThat(network.delta(2, 2, 1)).hasText("0.101");
    }

    @Test
    void whatIsNoNumberSaysWhyAndChangesNothing() {
        network.entry("Theta.1.1.0").focus();
        page.keyboard().press("Enter");
        page.keyboard().type("ten");
        page.keyboard().press("Enter");
        assertThat(page.locator(".edit-in-place [role=status]")).containsText("“ten” is no number");
        page.keyboard().press("Escape");
        assertThat(network.entry("Theta.1.1.0")).hasText("0.100");
        assertThat(network.entry("Theta.1.1.0")).isFocused();
    }

    @Test
    void arrowKeysMoveAmongTheCells() {
        network.entry("Theta.1.1.0").focus();
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowDown");
        assertThat(network.entry("Theta.1.2.1")).isFocused();
        network.assertStep(12);
    }

    @Test
    void theLensOfALargeMatrixReadsTheEntryUnderIt() {
        open(NetworkAddress.of(8, 12, 2));
        Locator map = network.matrix("Theta", 1).locator(".heat-map");
        map.focus();
        for (String key : List.of("ArrowDown", "ArrowDown", "ArrowRight", "ArrowRight", "ArrowRight")) {
            page.keyboard().press(key);
        }
        Locator readout = network.matrix("Theta", 1).locator(".heat-readout");
        assertThat(readout).hasAttribute("data-q", "Theta.1.3.3");
        assertThat(readout.locator(".number")).hasText(NetworkPage.shown(weight(1, 3, 3)));
        assertThat(map).hasAttribute("aria-label", Pattern.compile("theta, layer 1, row 3, column 3"));
        map.hover(new Locator.HoverOptions().setPosition(1, 1));
        assertThat(readout).hasAttribute("data-q", "Theta.1.1.0");
        assertThat(readout.locator(".number")).hasText(NetworkPage.shown(weight(1, 1, 0)));
    }

    @Test
    void theColoursOfALargeMatrixSayTheSigns() {
        open(NetworkAddress.of(8, 12, 2));
        assertThat(network.matrix("Theta", 1).locator("canvas")).isVisible();
        for (int row = 1; row <= 12; row++) {
            double weight = ((Number) weight(1, row, 2)).doubleValue();
            List<?> colour =
                    (List<?>) network.matrix("Theta", 1).locator("canvas").evaluate("""
                    (canvas, row) => [...canvas.getContext("2d").getImageData(2, row - 1, 1, 1).data]""", row);
            boolean blue = ((Number) colour.get(2)).intValue() > ((Number) colour.get(0)).intValue();
            if (Math.abs(weight) > 0.2) {
                assertEquals(weight > 0, blue, "row " + row + ", " + weight + ", " + colour);
            }
        }
    }

    private Object weight(int layer, int row, int column) {
        List<?> theta = (List<?>) network.answer("/api/network/trace").get("theta");
        return ((List<?>) ((List<?>) theta.get(layer - 1)).get(row - 1)).get(column);
    }

    private Object accumulated() {
        return page.evaluate("""
                async () => {
                  const { player } = document.querySelector("bs-matrices");
                  const { experimentOf } = await import("/web/js/lib/network-document.js");
                  const body = JSON.stringify({ ...experimentOf(player.answered), from: 0, count: 2 });
                  const headers = { "content-type": "application/json" };
                  const request = { method: "POST", headers, body };
                  return (await (await fetch("/api/network/accumulated", request)).json()).accumulated;
                }""");
    }
}
