package backstep.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One number at all its places: marked together, explained down to the inputs, held against reverse mode. */
class NetworkNumbersTest extends BrowserTest {

    private static final Pattern LINKED = Pattern.compile("\\blinked\\b");

    private NetworkPage network;

    @BeforeEach
    void openTheBlameOfTheSecondUnit() {
        open("/network?s=12");
        network = new NetworkPage(page);
        network.assertStep(12);
    }

    @Test
    void theTableAndTheDiagramSayTheSame() {
        assertThat(network.cell("delta.2.2@1")).hasText("0.101");
        assertThat(network.cell("delta.2.2@1")).hasClass(Pattern.compile("\\bnow\\b"));
        assertThat(network.delta(2, 2, 1)).hasText("0.101");
        assertThat(network.cell("z.2.1@1")).hasText("0.650");
        assertThat(page.locator(".unit-row[aria-current=step]")).containsText("layer 2, unit 2");
    }

    @Test
    void hoverMarksTheNumberEverywhere() {
        network.cell("a.2.2@1").hover();
        assertThat(network.unit(2, 2, 1)).hasClass(LINKED);
        assertThat(page.locator(".formula [data-q='a.2.2@1']").first()).hasClass(LINKED);
        network.cell("delta.3.1@1").hover();
        assertThat(page.locator(".node .quantity[data-q='delta.3.1@1']")).hasClass(LINKED);
        assertThat(network.unit(2, 2, 1)).not().hasClass(LINKED);
        page.locator(".wordmark").hover();
        assertThat(page.locator(".linked")).hasCount(0);
    }

    @Test
    void hoverOnAWeightNamesItsLine() {
        network.entry("Theta.1.3.1").hover();
        assertThat(page.locator(".edge-label.pointed")).hasAttribute("data-q", "Theta.1.3.1");
        assertThat(page.locator(".edge-label.pointed")).hasClass(LINKED);
    }

    @Test
    void anExplanationLeadsAcrossTheLayersToTheInputs() {
        network.delta(2, 2, 1).click();
        Locator tree = page.getByRole(AriaRole.TREE);
        assertThat(tree).isVisible();
        for (int depth = 0; depth < 6 && tree.locator("[data-q='a.1.1@1']").count() == 0; depth++) {
            page.keyboard().press("ArrowDown");
            page.keyboard().press("ArrowRight");
        }
        for (String address : List.of("delta.3.1@1", "a.2.2@1")) {
            assertThat(tree.locator("[data-q='" + address + "']").first()).isVisible();
        }
    }

    @Test
    void theRowOfAUnitLeadsToItsStep() {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("layer 2, unit 3").setExact(true))
                .click();
        network.assertStep(13);
    }

    @Test
    void backpropagationIsHeldAgainstReverseMode() {
        Locator section = page.locator("bs-wengert");
        assertThat(section.locator("tbody tr")).hasCount(0);
        network.button("Backpropagation is reverse mode").click();
        assertThat(section.locator("tbody tr")).hasCount(16);
        List<String> products = section.locator("tbody tr td:nth-of-type(1)").allTextContents();
        List<String> adjoints = section.locator("tbody tr td:nth-of-type(3)").allTextContents();
        assertEquals(products, adjoints);
        section.getByRole(AriaRole.LINK).click();
        assertThat(page).hasURL(Pattern.compile("/autodiff\\?"));
        assertThat(page.getByRole(
                        AriaRole.SLIDER,
                        new Page.GetByRoleOptions().setName("Step").setExact(true)))
                .isVisible();
    }

    @Test
    void thePageIsNeverWiderThanAPhone() {
        page.setViewportSize(390, 844);
        for (int step : List.of(3, 12, 72)) {
            open("/network?s=" + step);
            network.assertStep(step);
            page.waitForLoadState(LoadState.NETWORKIDLE);
            Widths.assertNothingScrollsSideways(page);
        }
        open(NetworkAddress.of(8, 8, 8, 8));
        assertThat(page.locator(".heat-map").first()).isVisible();
        Widths.assertNothingScrollsSideways(page);
    }
}
