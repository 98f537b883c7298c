package backstep.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Networks of the gallery with layers that are not dense, held against the interface. */
class NetworkLayersTest extends BrowserTest {

    private static final JsonMapper JSON = new JsonMapper();

    private NetworkPage network;

    /** Through the first example, whose units are told one by one. */
    @ParameterizedTest
    @ValueSource(strings = {"batch-norm", "residual", "convolution"})
    @SuppressWarnings("unchecked")
    void aPassShowsTheNumbersOfTheInterface(String slug) {
        given(slug);
        List<Map<String, Object>> layers =
                (List<Map<String, Object>>) network.answer("/api/network/trace").get("layers");
        List<Map<String, Object>> steps =
                (List<Map<String, Object>>) network.answer("/api/network/steps").get("steps");
        List<String> told = steps.stream()
                .map(step -> String.valueOf(step.get("quantity")))
                .takeWhile(quantity -> !quantity.endsWith("@2"))
                .toList();
        for (int k = 0; k < told.size(); k++) {
            network.assertStep(k + 1);
            String[] parts = told.get(k).split("[.@]");
            if (List.of("a", "delta", "xHat").contains(parts[0])) {
                List<List<Object>> numbers = (List<List<Object>>)
                        layers.get(Integer.parseInt(parts[1]) - 1).get(parts[0]);
                Object number = numbers.getFirst().get(Integer.parseInt(parts[2]) - 1);
                assertThat(network.cell(told.get(k))).hasText(NetworkPage.fixed(number));
                assertThat(network.cell(told.get(k))).hasClass(Pattern.compile("\\bnow\\b"));
            }
            page.keyboard().press("ArrowRight");
        }
    }

    @Test
    @SuppressWarnings("unchecked")
    void theBatchHasItsMeansAndVariancesOnce() {
        given("batch-norm");
        Map<String, Object> layer = ((List<Map<String, Object>>)
                        network.answer("/api/network/trace").get("layers"))
                .get(2);
        List<String> told = network.toldUntil(400);
        assertEquals(
                List.of("mean.3.1", "mean.3.2", "mean.3.3"),
                told.stream().filter(each -> each.startsWith("mean")).toList());
        network.go(1 + told.indexOf("xHat.3.1@2"));
        for (String kind : List.of("mean", "variance")) {
            Object number = ((List<Object>) layer.get(kind)).getFirst();
            Locator cell = page.locator(".batch-table td[data-q='" + kind + ".3.1']");
            assertThat(cell).hasText(NetworkPage.fixed(number));
            assertThat(cell).hasClass(Pattern.compile("\\bread\\b"));
        }
    }

    @Test
    void edgesSayWhatGoesAlongThem() {
        given("batch-norm");
        network.unit(3, 2, 1).hover();
        assertThat(pointed()).hasText(Pattern.compile("γ.*1\\.200.*β.*0\\.100"));
        given("convolution");
        network.go(1 + network.toldUntil(400).indexOf("a.3.1@1"));
        network.unit(3, 1, 1).hover();
        assertThat(pointed()).hasText(Pattern.compile("max.*1\\.355"));
        assertThat(pointed()).hasCount(1);
        given("residual");
        network.go(1 + network.toldUntil(400).indexOf("a.5.1@1"));
        network.unit(2, 1, 1).hover();
        assertThat(pointed()).hasText(Pattern.compile("\\+.*0\\.862"));
    }

    @Test
    void byLayerAPoolingAndAFlatteningLightTheirEdges() {
        given("convolution", "layer");
        List<String> told = network.toldUntil(400);
        network.go(1 + told.indexOf("z.3@1"));
        assertThat(page.locator(".lit-edges .lit:not(.weak)")).hasCount(2);
        assertThat(page.locator(".lit-edges .lit.weak")).hasCount(6);
        network.go(1 + told.indexOf("z.4@1"));
        assertThat(page.locator(".lit-edges .lit")).hasCount(2);
    }

    @Test
    void aConvolutionHasItsKernelsFilterByFilter() {
        given("convolution");
        Locator kernel = page.getByRole(
                AriaRole.TABLE, new Page.GetByRoleOptions().setName("Theta of layer 1, 2 by 10, filter 2, channel 1"));
        assertThat(kernel.locator("tbody tr")).hasCount(3);
        assertThat(kernel.locator("td[data-q='Theta.1.2.4']")).hasText("0.100");
        Locator first = network.entry("Theta.1.1.0");
        first.focus();
        page.keyboard().press("ArrowRight");
        assertThat(network.entry("Theta.1.1.1")).isFocused();
        page.keyboard().press("ArrowDown");
        assertThat(network.entry("Theta.1.1.4")).isFocused();
    }

    @Test
    void aResidualBlockHasEdgesPastIt() {
        given("residual");
        assertThat(page.locator(".layer-title").nth(4)).hasText("Layer 5, addition");
        assertThat(page.locator(".weight-lines .plain-edge")).hasCount(6);
        assertThat(page.locator(".network-title")).containsText("2–3–(3–3)–1");
    }

    @Test
    void layersOfAllKindsAreEditedAndKeepTheirWeights() {
        expectStatus(400);
        given("convolution");
        network.button("Edit network").click();
        page.getByLabel("Filters of layer 2").fill("3");
        assertThat(page.locator(".network-title")).containsText("conv 3@3×3");
        assertThat(network.entry("Theta.1.2.4")).hasText("0.100");
        page.getByLabel("Type of layer 3").selectOption("batch norm");
        assertThat(page.locator(".network-title")).containsText("conv 3@3×3 BN–flatten");
        assertThat(network.entry("Theta.2.3.0")).hasText("1.000");
        network.button("Remove layer 3").click();
        assertThat(page.locator(".network-title")).containsText("conv 3@3×3–flatten");
        page.getByLabel("Kernel of layer 2").fill("9");
        assertThat(page.locator("#network-editor .field-reason")).containsText("Must be 1 to 4");
        network.button("Undo").first().click();
        assertThat(page.locator("#network-editor .field-reason")).hasCount(0);
        assertThat(network.entry("Theta.1.2.4")).hasText("0.100");
    }

    private Locator pointed() {
        return page.locator(".edge-label.pointed");
    }

    /** {@return an experiment of the gallery, whole} */
    private String experiment(String slug) {
        String gallery = page.request().get(url("/api/network/gallery")).text();
        for (JsonNode entry : JSON.readTree(gallery)) {
            if (entry.get("slug").asString().equals(slug)) {
                ObjectNode experiment = JSON.createObjectNode().put("lambda", 0).put("sign", "loss");
                return experiment.setAll((ObjectNode) entry.get("experiment")).toString();
            }
        }
        throw new AssertionError("the gallery has no " + slug);
    }

    private void given(String slug) {
        given(slug, "unit");
    }

    private void given(String slug, String grain) {
        network = new NetworkPage(page);
        open(NetworkAddress.of(experiment(slug)) + "&g=" + grain + "&s=1");
        network.assertStep(1);
    }
}
