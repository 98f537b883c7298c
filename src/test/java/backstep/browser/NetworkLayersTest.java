package backstep.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks of the gallery with layers that are not dense, held against the interface. */
class NetworkLayersTest extends BrowserTest {

    private NetworkPage network;

    @ParameterizedTest
    @ValueSource(strings = {"batch-norm", "residual", "convolution"})
    @SuppressWarnings("unchecked")
    void aPassShowsTheActivationsOfTheInterface(String slug) {
        given(slug);
        Map<String, Object> trace = network.answer("/api/network/trace");
        List<Map<String, Object>> layers = (List<Map<String, Object>>) trace.get("layers");
        List<Map<String, Object>> steps =
                (List<Map<String, Object>>) network.answer("/api/network/steps").get("steps");
        for (int k = 0; k < steps.size(); k++) {
            network.assertStep(k + 1);
            String[] parts = String.valueOf(steps.get(k).get("quantity")).split("[.@]");
            if (parts[0].equals("a") && parts[3].equals("1")) {
                int layer = Integer.parseInt(parts[1]);
                int unit = Integer.parseInt(parts[2]);
                List<List<Object>> a =
                        (List<List<Object>>) layers.get(layer - 1).get("a");
                assertThat(network.unit(layer, unit, 1))
                        .hasText(NetworkPage.shown(a.getFirst().get(unit - 1)));
            }
            page.keyboard().press("ArrowRight");
        }
    }

    @Test
    void aResidualBlockHasEdgesPastIt() {
        given("residual");
        assertThat(page.locator(".layer-title").nth(4)).hasText("Layer 5, addition");
        assertThat(page.locator(".weight-lines .plain-edge")).hasCount(6);
        assertThat(page.locator(".network-title")).containsText("2–3–(3–3)–1");
    }

    @Test
    void theEditorTellsOfLayersThatItKeeps() {
        given("batch-norm");
        network.button("Edit network").click();
        assertThat(page.locator("#network-editor")).containsText("Layer 3, batch normalisation, tanh");
        assertThat(page.locator(".network-title")).containsText("2–3 BN–1");
    }

    private void given(String slug) {
        open("/network");
        network = new NetworkPage(page);
        assertThat(network.timeline()).isVisible();
        String experiment = (String) page.evaluate("""
                async (slug) => {
                  const entries = await (await fetch("/api/network/gallery")).json();
                  const { experiment } = entries.find((entry) => entry.slug === slug);
                  return JSON.stringify({ lambda: 0, sign: "loss", ...experiment });
                }""", slug);
        open(network.linkTo(experiment) + "&g=unit&s=1");
        network.assertStep(1);
    }
}
