package backstep.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The update that is shown, computed by two engines. */
class DifferenceTest extends BrowserTest {

    private static final Pattern NUMBERS =
            Pattern.compile("plain Java, float64.*plain Java, float32.*difference", Pattern.DOTALL);

    @Test
    void anUpdateIsComputedTwiceAndHeldEntryByEntry() {
        open("/playground");
        PlaygroundPage playground = new PlaygroundPage(page);
        playground.assertReady();
        page.getByText("The same update, computed twice").click();
        Locator panel =
                page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("The same update, computed twice"));
        assertThat(panel).containsText("something to compare after the first update");
        playground.button("One update").click();
        assertThat(panel)
                .containsText(Pattern.compile("Update 1\\..*largest relative difference.* × 10⁻.*float32 keeps 24"));
        Locator map = panel.locator("[role=application]").first();
        assertThat(panel.locator("figcaption").first()).containsText(NUMBERS);
        map.press("ArrowUp");
        map.press("ArrowRight");
        assertThat(map)
                .hasAttribute("aria-label", Pattern.compile("Differences of Θ⁽¹⁾: Θ⁽¹⁾ row \\d+, column \\d+, .*"));
        playground.button("Differences as a table").click();
        assertThat(panel.locator("tbody tr").first()).containsText("Θ⁽¹⁾ row 1, column 0");
    }
}
