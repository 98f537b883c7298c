package backstep.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How numbers are written on the page. */
class FormatTest extends BrowserTest {

    private static final List<List<String>> WRITTEN = List.of(
            List.of("1.7163378145367738", "1.716"),
            List.of("-0.28366218546322625", "−0.284"),
            List.of("2", "2"),
            List.of("0.5", "0.500"),
            List.of("-0", "0"),
            List.of("0.0005", "0.001"),
            List.of("0.0004", "4 × 10⁻⁴"),
            List.of("-0.0000000004", "−4 × 10⁻¹⁰"),
            List.of("99999", "99999"),
            List.of("123456", "1.23 × 10⁵"),
            List.of("NaN", "not a number"),
            List.of("Infinity", "infinity"),
            List.of("-Infinity", "minus infinity"));

    @BeforeEach
    void openAPage() {
        open("/");
    }

    @Test
    void numbersAreRoundedOnTheScreen() {
        for (List<String> pair : WRITTEN) {
            assertEquals(pair.get(1), format(pair.get(0), Map.of()), pair.get(0));
        }
    }

    @Test
    void columnsKeepTheirDecimals() {
        assertEquals("2.000", format("2", Map.of("fixed", true)));
    }

    @Test
    void theDecimalMarkMayBeAComma() {
        assertEquals("1,72", format("1.7163", Map.of("decimals", 2, "mark", "comma")));
    }

    private Object format(String number, Map<String, Object> options) {
        return page.evaluate(
                "async ([number, options]) => (await import('/web/js/lib/format.js')).formatNumber(number, options)",
                new Object[] {number, options});
    }
}
