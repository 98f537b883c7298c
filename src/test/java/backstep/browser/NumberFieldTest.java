package backstep.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a reader's numbers are read, and how a field changes them. */
class NumberFieldTest extends BrowserTest {

    @BeforeEach
    void openAPage() {
        openALightPage();
    }

    @Test
    void numbersAreReadAsPeopleWriteThem() {
        assertEquals(Map.of("value", 2), call("readNumber", "2", "point"));
        assertEquals(Map.of("value", -0.5), call("readNumber", " -.5 ", "point"));
        assertEquals(Map.of("value", -3), call("readNumber", "−3", "point"));
        assertEquals(Map.of("value", 0.001), call("readNumber", "1e-3", "point"));
        assertEquals(Map.of("value", 2.5), call("readNumber", "2,5", "comma"));
    }

    @Test
    void whatIsNoNumberSaysWhy() {
        assertEquals(Map.of("reason", "A number is missing"), call("readNumber", "  ", "point"));
        assertEquals(Map.of("reason", "“2x” is no number"), call("readNumber", "2x", "point"));
        assertEquals(Map.of("reason", "This number is too large"), call("readNumber", "1e999", "point"));
        assertEquals(
                Map.of("reason", "Write 2.5, or choose the decimal comma in Settings"),
                call("readNumber", "2,5", "point"));
    }

    @Test
    void whatIsWrittenReadsBackAsTheSameNumber() {
        for (double value : List.of(2.0, -0.1, 1e-7, 1.25e21, 0.0)) {
            for (String mark : List.of("point", "comma")) {
                Map<?, ?> read = (Map<?, ?>) call("readNumber", call("writeNumber", value, mark), mark);
                assertEquals(value, ((Number) read.get("value")).doubleValue());
            }
        }
    }

    @Test
    void aStepIsATenthOfThePowerOfTen() {
        assertEquals(2.1, call("nudge", 2, 1, false));
        assertEquals(1, call("nudge", 2, -1, true));
        assertEquals(0, call("nudge", 0.1, -1, false));
        assertEquals(51, call("nudge", 50, 1, false));
    }

    @Test
    void aSliderHasARoundRangeThatCanDoubleTheValue() {
        assertEquals(Map.of("min", -5, "max", 5, "step", 0.05), call("sliderRange", 2));
        assertEquals(Map.of("min", -10, "max", 10, "step", 0.1), call("sliderRange", -5));
        assertEquals(Map.of("min", -1, "max", 1, "step", 0.01), call("sliderRange", 0));
    }

    private Object call(String function, Object... arguments) {
        return page.evaluate(
                "async ([name, args]) => (await import('/web/js/lib/number-field.js'))[name](...args)",
                new Object[] {function, arguments});
    }
}
