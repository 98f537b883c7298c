package backstep.browser;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;

/**
 * The steps of the pass over the opening network as the interface tells them, to hold the page against.
 *
 * @param steps in order
 */
record NetworkStory(List<Told> steps) {

    /**
     * @param shown the numbers of the value, row by row, as they stand in a formula
     * @param fixed the same as they stand in columns, with all decimals
     * @param speech what is read aloud of the step
     */
    record Told(String phase, String quantity, List<String> shown, List<String> fixed, String speech) {}

    /** {@return the story of the opening network, asked for by the page that is open} */
    @SuppressWarnings("unchecked")
    static NetworkStory ofOpeningNetwork(Page page, String grain) {
        Object answer = page.evaluate("""
                async (grain) => {
                  const { OPENING, experimentOf } = await import("/web/js/lib/network-document.js");
                  const { formatNumber } = await import("/web/js/lib/format.js");
                  const body = JSON.stringify({ ...experimentOf(OPENING), grain, from: 0, count: 400 });
                  const headers = { "content-type": "application/json" };
                  const { steps } = await (await fetch("/api/network/steps", { method: "POST", headers, body })).json();
                  const plain = (power) => power.replace(/[⁰¹²³⁴-⁹]/g, (digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(digit)).replace("⁻", "−");
                  const inFormula = (number) => formatNumber(number).replace(/ × 10(.*)$/, (_, power) => `×10${plain(power)}`);
                  return steps.map(({ phase, quantity, value, speech }) => {
                    const numbers = [value].flat(2);
                    const fixed = numbers.map((number) => formatNumber(number, { fixed: true }));
                    return { phase, quantity, speech, shown: numbers.map(inFormula), fixed };
                  });
                }""", grain);
        return new NetworkStory(((List<Map<String, Object>>) answer)
                .stream()
                        .map(step -> new Told(
                                (String) step.get("phase"),
                                (String) step.get("quantity"),
                                (List<String>) step.get("shown"),
                                (List<String>) step.get("fixed"),
                                (String) step.get("speech")))
                        .toList());
    }

    int size() {
        return steps.size();
    }

    Told step(int index) {
        return steps.get(index);
    }
}
