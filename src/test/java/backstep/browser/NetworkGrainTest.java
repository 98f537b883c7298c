package backstep.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The grain changes the steps, not the place. */
class NetworkGrainTest extends BrowserTest {

    private NetworkSetup setup;

    @ParameterizedTest
    @CsvSource({
        "4, 'activation, layer 2, unit 2', 'activation, layer 2'",
        "12, 'delta, layer 2, unit 2', 'delta, layer 2'",
        "16, 'capital delta, layer 1', 'capital delta, layer 1'",
        "63, 'delta, layer 2, unit 2', 'delta, layer 2'",
        "69, 'cost', 'cost'",
        "82, 'cost after the update', 'cost after the update'"
    })
    void theCurrentNumberStaysCurrent(int step, String unit, String layer) {
        given("/network?s=" + step, unit);
        page.keyboard().press("3");
        assertSaid(unit);
        assertThat(setup.choice("term")).isChecked();
        page.keyboard().press("1");
        assertSaid(layer);
        page.keyboard().press("2");
        assertThat(setup.timeline()).hasAttribute("aria-valuenow", String.valueOf(step));
        assertSaid(unit);
    }

    @Test
    void aTermLeadsToTheNumberThatItIsSummedInto() {
        given("/network?g=term&s=7", "z, layer 2, unit 2");
        setup.choice("unit").check();
        assertSaid("z, layer 2, unit 2");
        assertThat(setup.timeline()).hasAttribute("aria-valuenow", "3");
    }

    @Test
    void theGrainStandsInTheLink() {
        given("/network?s=12", "delta, layer 2, unit 2");
        setup.choice("layer").check();
        assertThat(page).hasURL(Pattern.compile("\\?s=7&g=layer$"));
        page.reload();
        assertThat(setup.choice("layer")).isChecked();
        assertSaid("delta, layer 2");
    }

    private void given(String path, String quantity) {
        open(path);
        setup = new NetworkSetup(page);
        assertSaid(quantity);
    }

    private void assertSaid(String quantity) {
        assertThat(setup.timeline())
                .hasAttribute(
                        "aria-valuetext", Pattern.compile(", " + quantity + "(, row \\d)?(, column \\d)? becomes"));
    }
}
