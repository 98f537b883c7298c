package backstep.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The page /autodiff in the words of its reader. */
record AutodiffPage(Page page) {

    Locator expression() {
        return byRole(AriaRole.TEXTBOX, "expression");
    }

    /** {@return what is said below the expression} */
    Locator saidBelowTheExpression() {
        return page.locator("#expression-said");
    }

    /** {@return the characters of the expression that are marked as wrong} */
    Locator mark() {
        return page.locator(".editor-mark");
    }

    Locator input(String name) {
        return byRole(AriaRole.TEXTBOX, name);
    }

    Locator slider(String name) {
        return byRole(AriaRole.SLIDER, name + ", slider");
    }

    Locator mode(String name) {
        return byRole(AriaRole.RADIO, name + " mode");
    }

    /** {@return the group of choices of this name, such as the seed or the output} */
    Locator choices(String name) {
        return byRole(AriaRole.RADIOGROUP, name);
    }

    Locator button(String name) {
        return byRole(AriaRole.BUTTON, name);
    }

    /** {@return the section of this name, such as a trace or the panel that a button opens} */
    Locator section(String name) {
        return byRole(AriaRole.REGION, name);
    }

    Locator table(String name) {
        return byRole(AriaRole.TABLE, name);
    }

    Locator graph() {
        return byRole(AriaRole.GROUP, "Computation graph");
    }

    Locator timeline() {
        return byRole(AriaRole.SLIDER, "Step");
    }

    Locator primalTrace() {
        return section("Forward primal trace");
    }

    Locator adjointTrace() {
        return section("Reverse adjoint trace");
    }

    /** {@return all derivatives at the point, with their check} */
    Locator derivatives() {
        return section("Derivatives at this point");
    }

    private Locator byRole(AriaRole role, String name) {
        return page.getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
