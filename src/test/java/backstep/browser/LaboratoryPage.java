package backstep.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;

/** An open laboratory of the page /playground in the words of its reader. */
record LaboratoryPage(Page page) {

    /** How long all runs of a laboratory may take on a busy machine. */
    private static final double PATIENCE = 30_000;

    /** {@return what the laboratory says} */
    Locator guide(String title) {
        return region("Laboratory: " + title);
    }

    /** {@return the table of its runs, with how far each is} */
    Locator runs() {
        return region("Runs of the laboratory");
    }

    /** {@return the row of a run} */
    Locator row(String label) {
        return runs().locator("tbody tr")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator("th").getByText(label, new Locator.GetByTextOptions().setExact(true))));
    }

    Locator surface() {
        return region("Loss surface");
    }

    Locator bumps() {
        return region("Built of bumps");
    }

    Locator region(String name) {
        return page.getByRole(
                AriaRole.REGION, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    void assertAllDone() {
        assertThat(runs())
                .containsText("All runs are done", new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
    }
}
