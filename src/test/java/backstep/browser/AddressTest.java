package backstep.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The address holds the moment. */
class AddressTest extends BrowserTest {

    @Test
    void theAddressFollowsTheStep() {
        open("/autodiff");
        AutodiffPage autodiff = given(1, 16);
        page.keyboard().press("End");
        assertThat(page).hasURL(Pattern.compile("\\?e=y=ln\\(x1\\)\\+x1\\*x2-sin\\(x2\\)&x=2,5&s=16$"));
        page.keyboard().press("Home");
        assertThat(autodiff.timeline()).hasAttribute("aria-valuenow", "1");
        assertThat(page).hasURL(Pattern.compile("/autodiff$"));
    }

    @Test
    void aStepAddsNoPlaceToTheHistory() {
        open("/autodiff");
        given(1, 16);
        Object before = page.evaluate("history.length");
        page.keyboard().press("End");
        assertThat(page).hasURL(Pattern.compile("s=16"));
        assertEquals(before, page.evaluate("history.length"));
    }

    @Test
    void backAndForwardGoThroughTheEdits() {
        open("/autodiff?s=15");
        AutodiffPage autodiff = given(15, 16);
        autodiff.input("x1").fill("3");
        assertThat(page).hasURL(Pattern.compile("x=3,5"));
        autodiff.expression().fill("y = x1*x2*x3");
        assertThat(page).hasURL(Pattern.compile("e=y=x1\\*x2\\*x3"));
        page.goBack();
        assertThat(autodiff.expression()).hasValue("y = ln(x1) + x1*x2 - sin(x2)");
        assertThat(autodiff.input("x1")).hasValue("3");
        page.goBack();
        assertThat(autodiff.input("x1")).hasValue("2");
        assertThat(autodiff.timeline()).hasAttribute("aria-valuenow", "15");
        page.goForward();
        assertThat(autodiff.input("x1")).hasValue("3");
    }

    @Test
    void backAndForwardGoThroughExpressionsWithOtherInputs() {
        open("/autodiff");
        AutodiffPage autodiff = given(1, 16);
        autodiff.expression().fill("y = x1*x2");
        assertThat(page).hasURL(Pattern.compile("x=2,5$"));
        autodiff.expression().fill("y = x1*x2*x3");
        assertThat(page).hasURL(Pattern.compile("x=2,5,1$"));
        page.goBack();
        assertThat(autodiff.input("x3")).hasCount(0);
        page.locator("[data-step='5'] .row-step").click();
        assertThat(page).hasURL(Pattern.compile("x=2,5&s=6$"));
        page.goForward();
        assertThat(autodiff.expression()).hasValue("y = x1*x2*x3");
        page.goBack();
        page.goBack();
        assertThat(autodiff.expression()).hasValue("y = ln(x1) + x1*x2 - sin(x2)");
    }

    @Test
    void aLinkOpensTheSameMomentElsewhere() {
        open("/autodiff");
        AutodiffPage autodiff = given(1, 16);
        autodiff.expression().fill("f1 = a*b + c; f2 = a/b");
        assertThat(page).hasURL(Pattern.compile("f2=a/b"));
        autodiff.input("b").fill("4");
        autodiff.choices("output").getByRole(AriaRole.RADIO).nth(1).check();
        page.locator("[data-step='5'] .row-step").click();
        assertThat(page).hasURL(Pattern.compile("x=1,4,1&o=1&s=6$"));

        Page elsewhere = context().browser().newContext().newPage();
        elsewhere.navigate(page.url());
        AutodiffPage other = new AutodiffPage(elsewhere);
        assertThat(other.timeline()).hasAttribute("aria-valuenow", "6");
        assertThat(other.input("b")).hasValue("4");
        assertThat(other.choices("output").getByRole(AriaRole.RADIO).nth(1)).isChecked();
        elsewhere.context().close();
    }

    @Test
    void aStepBeyondTheEndOpensTheLastOne() {
        open("/autodiff?s=99");
        given(16, 16);
    }

    @Test
    void anEscapedPlusIsAPlusToo() {
        open("/autodiff?e=y%3Da+%2B+b&x=1,2");
        AutodiffPage autodiff = given(1, 6);
        assertThat(autodiff.expression()).hasValue("y=a + b");
        assertThat(autodiff.input("b")).hasValue("2");
    }

    @Test
    void aNewVariableGetsAValue() {
        open("/autodiff");
        AutodiffPage autodiff = given(1, 16);
        autodiff.expression().fill("y = x1*x2 + w");
        assertThat(autodiff.input("w")).hasValue("1");
        assertThat(autodiff.input("x2")).hasValue("5");
        autodiff.expression().fill("y = x1");
        assertThat(autodiff.input("x2")).hasCount(0);
        autodiff.expression().fill("y = x1*x2");
        assertThat(autodiff.input("x2")).hasValue("5");
    }

    private AutodiffPage given(int step, int count) {
        AutodiffPage autodiff = new AutodiffPage(page);
        assertThat(autodiff.timeline()).hasAttribute("aria-valuemax", String.valueOf(count));
        assertThat(autodiff.timeline()).hasAttribute("aria-valuenow", String.valueOf(step));
        return autodiff;
    }
}
