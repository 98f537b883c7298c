package backstep.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The setup row of the page /network in the words of its reader. */
record NetworkSetup(Page page) {

    /** {@return the network in a few words, such as "3–3–1, sigmoid"} */
    Locator name() {
        return page.locator(".network-title");
    }

    Locator timeline() {
        return byRole(AriaRole.SLIDER, "Step");
    }

    Locator button(String name) {
        return byRole(AriaRole.BUTTON, name);
    }

    /** {@return a story, a grain or a sign} */
    Locator choice(String name) {
        return byRole(AriaRole.RADIO, name);
    }

    /** {@return which example is looked at, and of how many} */
    Locator example() {
        return byRole(AriaRole.GROUP, "Example");
    }

    Locator check() {
        return page.locator("bs-network-check");
    }

    /** {@return the line below the row} */
    Locator notice() {
        return page.locator("bs-network-notice");
    }

    Locator panel() {
        return byRole(AriaRole.REGION, "Edit network");
    }

    void openPanel() {
        button("Edit network").click();
    }

    /** {@return a field for a number, such as "Units of layer 2"} */
    Locator field(String name) {
        return panel().getByLabel(name, new Locator.GetByLabelOptions().setExact(true));
    }

    /** {@return a list to choose from, such as "Loss"} */
    Locator list(String name) {
        return byRole(AriaRole.COMBOBOX, name);
    }

    /** {@return the reasons that stand beside fields} */
    Locator reasons() {
        return panel().locator(".field-reason");
    }

    /** {@return an entry of the matrix Θ, such as {@code Theta.1.2.0}} */
    Locator weight(String address) {
        return page.locator(".net-matrix td[data-q='" + address + "'] .number");
    }

    /** {@return a number of the table of units, such as {@code z.2.1@1}} */
    Locator number(String address) {
        return page.locator(".unit-row td[data-q='" + address + "'] .number");
    }

    private Locator byRole(AriaRole role, String name) {
        return page.getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
