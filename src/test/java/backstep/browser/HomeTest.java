package backstep.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import org.junit.jupiter.api.Test;

class HomeTest extends BrowserTest {

    @Test
    void theTraceRunsOnceByItselfAndCanBePaused() {
        open("/");
        assertThat(page.getByText("step 2 of 16")).isVisible();
        new AutodiffPage(page).button("Pause").click();
        assertThat(new AutodiffPage(page).button("Play")).isVisible();
    }

    @Test
    void theTraceStandsStillForWhoPrefersLessMotion() {
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        open("/");
        assertThat(page.getByText("step 15 of 16")).isVisible();
        assertThat(new AutodiffPage(page).button("Play")).isVisible();
    }

    @Test
    void theDoorLeadsToTheTraces() {
        open("/");
        page.getByRole(AriaRole.MAIN)
                .getByRole(AriaRole.LINK)
                .filter(new Locator.FilterOptions().setHasText("Take an expression apart"))
                .click();
        assertThat(page).hasTitle("Autodiff · Backstep");
    }

    @Test
    void whoComesBackIsLedToWhereTheyStopped() {
        open("/autodiff?e=y=x1*x2&x=3,4&s=3");
        assertThat(new AutodiffPage(page).input("x1")).hasValue("3");
        open("/");
        page.getByText("Continue: y=x1*x2, step 3").click();
        assertThat(new AutodiffPage(page).timeline()).hasAttribute("aria-valuenow", "3");
        assertThat(new AutodiffPage(page).input("x2")).hasValue("4");
    }
}
