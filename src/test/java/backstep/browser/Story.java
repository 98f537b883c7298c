package backstep.browser;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The steps of a story as the interface tells them, to hold the page against.
 *
 * @param steps in order
 */
record Story(List<Told> steps) {

    /**
     * @param speech what is read aloud of the step
     */
    record Told(int index, String quantity, double value, String speech) {

        /** {@return the number as it stands in a graph or a formula: whole if it is whole} */
        String shown() {
            return value == Math.rint(value)
                    ? String.format(Locale.ROOT, "%.0f", value).replace('-', '−')
                    : fixed();
        }

        /** {@return the number as it stands in a column: with all decimals} */
        String fixed() {
            return String.format(Locale.ROOT, "%.3f", value).replace('-', '−');
        }

        /** {@return the number as it is said} */
        String said() {
            return shown().replace("−", "minus ");
        }
    }

    /** {@return the story of the opening example, asked for by the page that is open} */
    @SuppressWarnings("unchecked")
    static Story ofOpeningExample(Page page, String mode) {
        Object answer = page.evaluate("""
                async (mode) => {
                  const body = { expression: "y = ln(x1) + x1*x2 - sin(x2)", at: { x1: 2, x2: 5 }, mode };
                  const headers = { "content-type": "application/json" };
                  const request = { method: "POST", headers, body: JSON.stringify(body) };
                  const steps = (await (await fetch("/api/autodiff/steps", request)).json()).steps;
                  return steps.map(({ index, quantity, value, speech }) => ({ index, quantity, value, speech }));
                }""", mode);
        return new Story(
                ((List<Map<String, Object>>) answer).stream().map(Story::told).toList());
    }

    private static Told told(Map<String, Object> step) {
        return new Told(
                ((Number) step.get("index")).intValue(),
                (String) step.get("quantity"),
                ((Number) step.get("value")).doubleValue(),
                (String) step.get("speech"));
    }

    int size() {
        return steps.size();
    }

    Told step(int index) {
        return steps.get(index);
    }
}
