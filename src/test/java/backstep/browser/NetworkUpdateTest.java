package backstep.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The update of an optimizer, in the midst of its run. */
class NetworkUpdateTest extends BrowserTest {

    private NetworkPage network;

    /** A 2–2–1 network with one example, and what its optimizer is said to be. */
    private void given(String training) {
        network = new NetworkPage(page);
        open(NetworkAddress.of("""
                {"network": {"inputs": 2, "layers": [
                   {"type": "dense", "units": 2, "activation": "tanh"},
                   {"type": "dense", "units": 1, "activation": "sigmoid"}], "loss": "binary-cross-entropy"},
                 "theta": [[[0.1, 0.4, -0.6], [-0.2, 0.7, 0.5]], [[-0.1, 0.8, -0.9]]],
                 "data": {"x": [[1, 0.5]], "y": [[1]]}, "training": %s}
                """.formatted(training)));
        assertThat(page.locator("bs-timeline strong")).containsText("Step 1 of");
    }

    private static final String ADAM = """
            {"optimizer": {"type": "adam", "learningRate": 0.1},
             "state": {"updates": 2,
               "first": [[[0.1, 0.2, -0.1], [0, 0.3, 0.1]], [[-0.2, 0.1, 0.4]]],
               "second": [[[0.01, 0.02, 0.01], [0.2, 0.03, 0.01]], [[0.02, 0.01, 0.04]]]}}
            """;

    @Test
    void everyNumberOfTheUpdateIsTheOneOfTheInterface() {
        given(ADAM);
        List<Map<String, Object>> steps = steps();
        page.keyboard().press("End");
        network.assertStep(steps.size());
        int compared = 0;
        for (int k = steps.size() - 1; steps.get(k).get("phase").equals("update"); k--) {
            network.assertStep(k + 1);
            compared += assertShown(steps.get(k));
            page.keyboard().press("ArrowLeft");
        }
        assertEquals(5 * 9, compared, "m, v, m̂, v̂ and Θ of nine weights");
    }

    @Test
    void theLearningRateIsToldByItsSchedule() {
        given("""
                {"optimizer": {"type": "sgd", "learningRate": 0.4},
                 "schedule": {"type": "step", "stepSize": 10, "gamma": 0.5}, "state": {"updates": 0, "clock": 25}}
                """);
        page.keyboard().press("End");
        Locator rate = page.locator("[data-q=learningRate] .number");
        assertThat(rate).hasText("0.100");
        rate.click();
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("Where does 0.100 come from?");
        page.keyboard().press("Escape");
        network.button("Edit network").click();
        page.getByLabel("t, epochs of the schedule").fill("9");
        assertThat(rate).hasText("0.400");
    }

    /** A row of a matrix stands in its matrix, lit. */
    private int assertShown(Map<String, Object> step) {
        String[] quantity = ((String) step.get("quantity")).split("~");
        if (!(step.get("value") instanceof List<?> row)) {
            return 0;
        }
        for (int j = 0; j < row.size(); j++) {
            String address = quantity[0] + "." + j + (quantity.length > 1 ? "~1" : "");
            assertThat(network.entry(address)).hasText(shown(row.get(j)));
            assertThat(page.locator(".net-matrix td.now[data-q='" + address + "']"))
                    .hasCount(1);
        }
        return row.size();
    }

    private String shown(Object number) {
        return (String) page.evaluate(
                "async (number) => (await import('/web/js/lib/format.js')).formatNumber(number, { fixed: true })",
                number);
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> steps() {
        return (List<Map<String, Object>>) network.answer("/api/network/steps").get("steps");
    }

    @ParameterizedTest
    @CsvSource({
        "sgd, unit",
        "sgd, term",
        "adam, layer",
        "adam, unit",
        "adam, term",
        "lamb, layer",
        "lamb, unit",
        "lamb, term"
    })
    void thePageKnowsWhichStepMakesWhichNumber(String type, String grain) {
        given("{\"optimizer\": {\"type\": \"" + type + "\"}, \"clipNorm\": 0.1}");
        assertEquals(List.of(), page.evaluate("""
                async (grain) => {
                  const { player } = document.querySelector("bs-network-diagram");
                  const { experimentOf } = await import("/web/js/lib/network-document.js");
                  const { completingStep, quantityAt } = await import("/web/js/lib/schedule.js");
                  const body = JSON.stringify({ ...experimentOf(player.document), grain, from: 0, count: 400 });
                  const headers = { "content-type": "application/json" };
                  const { steps, schedule } = await (await fetch("/api/network/steps", { method: "POST", headers, body })).json();
                  return steps.flatMap(({ index, quantity, partial }) => {
                    const right = quantityAt(schedule, index) === quantity;
                    const complete = partial || completingStep(schedule, quantity) === index;
                    return right && complete ? [] : [`${index} ${quantity} ${quantityAt(schedule, index)} ${completingStep(schedule, quantity)}`];
                  });
                }""", grain));
    }

    @Test
    void lengthsAndFactorsStandBesideTheCost() {
        given("{\"optimizer\": {\"type\": \"lamb\"}, \"clipNorm\": 0.1}");
        Map<String, Object> update = update();
        page.keyboard().press("End");
        assertThat(page.locator(".losses [data-q='clip'] .number")).hasText(shown(update.get("clip")));
        Map<?, ?> second = (Map<?, ?>) ((List<?>) update.get("layers")).get(1);
        assertThat(page.locator(".losses [data-q='trustRatio.2'] .number")).hasText(shown(second.get("trustRatio")));
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> update() {
        return (Map<String, Object>) network.answer("/api/network/trace").get("update");
    }

    @Test
    void anOptimizerIsChosenAndTakenBack() {
        open("/network");
        network = new NetworkPage(page);
        NetworkSetup setup = new NetworkSetup(page);
        assertThat(network.matrix("m", 1)).hasCount(0);
        setup.openPanel();
        setup.list("Optimizer").selectOption("adam");
        assertThat(setup.name()).hasText("3–3–1, sigmoid, adam");
        assertThat(setup.field("Eta, learning rate")).hasValue("0.001");
        assertThat(network.matrix("m", 1)).isVisible();
        setup.button("Undo").click();
        assertThat(setup.name()).hasText("3–3–1, sigmoid");
        assertThat(network.matrix("m", 1)).hasCount(0);
        setup.button("Redo").click();
        assertThat(page).hasURL(Pattern.compile("\\?n="));
        page.reload();
        assertThat(network.matrix("v", 2)).isVisible();
    }

    @Test
    void aConstantChangesTheUpdate() {
        given(ADAM);
        NetworkSetup setup = new NetworkSetup(page);
        setup.openPanel();
        page.getByText("Constants and clipping").click();
        assertThat(setup.panel()).containsText("Remembers 2 earlier updates");
        setup.field("How much of the mean is kept").fill("0");
        page.keyboard().press("Enter");
        page.waitForCondition(() -> beta1() == 0);
        setup.panel().getByText("forget").click();
        assertThat(setup.panel()).not().containsText("Remembers");
        page.waitForCondition(() -> update().get("t").equals(1));
    }

    private double beta1() {
        return ((Number) ((Map<?, ?>) update().get("constants")).get("beta1")).doubleValue();
    }

    @Test
    void anotherSizeForgetsWhatTheOptimizerRemembered() {
        given(ADAM);
        NetworkSetup setup = new NetworkSetup(page);
        setup.openPanel();
        setup.field("Units of layer 2").fill("3");
        page.keyboard().press("Enter");
        assertThat(setup.name()).containsText("2–3–1");
        assertThat(setup.panel()).not().containsText("Remembers");
        assertThat(network.matrix("m", 1)).containsText("3 × 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"adam", "lamb"})
    void thePageIsNeverWiderThanAPhone(String type) {
        page.setViewportSize(390, 844);
        given("{\"optimizer\": {\"type\": \"" + type + "\"}, \"clipNorm\": 0.1}");
        page.keyboard().press("End");
        assertThat(network.matrix("vHat", 1)).isVisible();
        Widths.assertNothingScrollsSideways(page);
    }
}
