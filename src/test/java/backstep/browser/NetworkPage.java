package backstep.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The page /network in the words of its reader. */
record NetworkPage(Page page) {

    Locator diagram() {
        return byRole(AriaRole.GROUP, "Network diagram");
    }

    Locator timeline() {
        return byRole(AriaRole.SLIDER, "Step");
    }

    Locator button(String name) {
        return byRole(AriaRole.BUTTON, name);
    }

    /** {@return the circle of a unit, which shows its activation} */
    Locator unit(int layer, int unit, int example) {
        return page.locator(".node .circle[data-q='a." + layer + "." + unit + "@" + example + "']");
    }

    /** {@return the number below a unit} */
    Locator delta(int layer, int unit, int example) {
        return page.locator(".node .quantity[data-q='delta." + layer + "." + unit + "@" + example + "'] .number");
    }

    /** {@return a matrix by its kind and layer, such as {@code Theta} of layer 1} */
    Locator matrix(String kind, int layer) {
        return page.locator(".net-matrix." + kind + ":has(.matrix-name[data-q='" + kind + "." + layer + "'])");
    }

    /** {@return what a cell of a small matrix shows} */
    Locator entry(String address) {
        return page.locator(".net-matrix td[data-q='" + address + "'] .number");
    }

    /** {@return the table cell of a unit's number} */
    Locator cell(String address) {
        return page.locator(".unit-row td[data-q='" + address + "']");
    }

    void assertStep(int step) {
        assertThat(timeline()).hasAttribute("aria-valuenow", String.valueOf(step));
    }

    /** Goes to a step, from 1, of the story that is open. */
    void go(int step) {
        page.evaluate("step => document.querySelector('bs-network-diagram').player.go(step - 1)", step);
        assertStep(step);
    }

    /** {@return what the interface answers for the experiment on the page, as plain maps and lists} */
    @SuppressWarnings("unchecked")
    Map<String, Object> answer(String path) {
        return (Map<String, Object>) page.evaluate("""
                async (path) => {
                  const { player } = document.querySelector("bs-network-diagram");
                  const { experimentOf } = await import("/web/js/lib/network-document.js");
                  const { grain } = player.answered;
                  const asked = path.endsWith("steps") ? { from: 0, count: 400 } : {};
                  const body = JSON.stringify({ ...experimentOf(player.answered), grain, ...asked });
                  const headers = { "content-type": "application/json" };
                  return (await fetch(path, { method: "POST", headers, body })).json();
                }""", path);
    }

    /** {@return the quantities that the story has told up to a step, from 1} */
    @SuppressWarnings("unchecked")
    List<String> toldUntil(int step) {
        List<Map<String, Object>> steps =
                (List<Map<String, Object>>) answer("/api/network/steps").get("steps");
        return steps.stream()
                .limit(step)
                .map(told -> (String) told.get("quantity"))
                .toList();
    }

    /** {@return a number as it stands in a diagram: whole if it is whole} */
    static String shown(Object number) {
        double value = ((Number) number).doubleValue();
        String text = value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.3f", value);
        return text.replace('-', '−');
    }

    /** {@return a number as it stands in a column: with all decimals} */
    static String fixed(Object number) {
        return String.format(Locale.ROOT, "%.3f", ((Number) number).doubleValue())
                .replace('-', '−');
    }

    private Locator byRole(AriaRole role, String name) {
        return page.getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
