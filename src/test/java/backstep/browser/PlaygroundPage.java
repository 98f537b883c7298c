package backstep.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.regex.Pattern;

/** The page /playground in the words of its reader. */
record PlaygroundPage(Page page) {

    /** How long a run of the opening experiment may take on a busy machine. */
    private static final double PATIENCE = 30_000;

    private static final Pattern NAMED_RUN = Pattern.compile("[?&]r=([a-z0-9]+)");

    /** {@return what the run is doing, in words} */
    Locator progress() {
        return page.locator(".run-progress > span:first-child");
    }

    /** {@return the knob} */
    Locator moment() {
        return page.getByRole(AriaRole.SLIDER, new Page.GetByRoleOptions().setName("Moment of the run"));
    }

    Locator picture() {
        return page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(Pattern.compile("What the network predicts")));
    }

    /** {@return a number above the charts by its name, such as {@code train loss}} */
    Locator reading(String name) {
        return page.locator(".readings > div")
                .filter(new Locator.FilterOptions().setHas(page.getByText(name, exactly())))
                .locator("dd");
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator field(String name) {
        return page.getByLabel(name, new Page.GetByLabelOptions().setExact(true));
    }

    Locator dataSet(String title) {
        return page.getByRole(
                AriaRole.RADIO, new Page.GetByRoleOptions().setName(title).setExact(true));
    }

    /** {@return the line above the laboratory that says what is wrong or worth knowing} */
    Locator notice() {
        return page.locator("bs-training-notice");
    }

    Locator runs() {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Runs"));
    }

    /** {@return a chart by its heading} */
    Locator chart(String heading) {
        return page.getByRole(
                AriaRole.REGION, new Page.GetByRoleOptions().setName(heading).setExact(true));
    }

    void assertReady() {
        assertThat(progress()).containsText("Ready");
        assertThat(reading("train loss")).hasText(Pattern.compile("\\d\\.\\d+"));
    }

    void assertAt(int iteration) {
        assertThat(moment()).hasAttribute("aria-valuenow", String.valueOf(iteration));
    }

    /** Lets the run go to its end. */
    void train() {
        button("Start").click();
        assertDone();
    }

    void assertDone() {
        assertThat(progress()).containsText("Done", new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
    }

    /** {@return the name of the run, once it is in the address} */
    String run() {
        assertThat(page).hasURL(NAMED_RUN);
        var named = NAMED_RUN.matcher(page.url());
        named.find();
        return named.group(1);
    }

    /** {@return what the interface answers, as plain maps and lists} */
    @SuppressWarnings("unchecked")
    Map<String, Object> answer(String path) {
        return (Map<String, Object>) page.evaluate("async (path) => (await fetch(path)).json()", path);
    }

    /** Pauses the runs that go on. */
    void pauseAll() {
        page.evaluate("""
                async () => {
                  const runs = await (await fetch("/api/training/runs")).json();
                  const going = runs.filter(({ state }) => state === "running" || state === "queued");
                  await Promise.all(going.map(({ id }) => fetch(`/api/training/runs/${id}/pause`, { method: "POST" })));
                }""");
    }

    private static Page.GetByTextOptions exactly() {
        return new Page.GetByTextOptions().setExact(true);
    }
}
