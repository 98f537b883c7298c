package backstep.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The laboratories of /playground: their runs side by side, and what is said of them. */
class LaboratoryTest extends BrowserTest {

    private PlaygroundPage playground;
    private LaboratoryPage laboratory;

    /** Only one run may go at a time on a small machine, so none is left to the next test. */
    @AfterEach
    void leaveNoRunGoing() {
        playground.pauseAll();
    }

    @Test
    void theListLeadsToALaboratory() {
        given("/playground");
        playground.assertReady();
        playground.button("Laboratories").click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Two starts, two minima"))
                .click();
        assertThat(page).hasURL(Pattern.compile("/playground\\?lab=minima$"));
        assertThat(laboratory.guide("Two starts, two minima")).isVisible();
    }

    @Test
    void itsRunsGoToTheirEndsAndTheirCurvesAreNamed() {
        given("/playground?lab=learning-rate");
        assertThat(laboratory.guide("Step size")).containsText("How large a step should an update take?");
        assertThat(laboratory.guide("Step size")).containsText("the loss jumps up and down");
        laboratory.assertAllDone();
        Locator names = playground.chart("Loss of the runs").locator(".chart-name");
        assertThat(names).hasCount(3);
        assertThat(names.nth(0)).containsText("η = 0.01");
        assertThat(names.nth(2)).containsText("η = 20");
        assertThat(playground.reading("train loss"))
                .hasText(laboratory.row("η = 0.01").locator("td").nth(1).innerText());
    }

    @Test
    void eachRunIsThereAsSoonAsItIsMade() {
        HeldAnswers second = HeldAnswers.to(page, "**/api/training/runs", "\"seed\":4}");
        given("/playground?lab=minima");
        second.awaitOne();
        assertThat(laboratory.runs()).containsText("Preparing run 2 of 2.");
        assertThat(laboratory.row("seed 1")).hasAttribute("aria-current", "true");
        playground.assertDone();
        second.letGo();
        laboratory.assertAllDone();
    }

    @Test
    void oneRunAtATimeIsShownAndIsInTheAddress() {
        given("/playground?lab=learning-rate");
        laboratory.assertAllDone();
        playground.button("η = 1").click();
        assertThat(laboratory.row("η = 1")).hasAttribute("aria-current", "true");
        assertThat(playground.field("Learning rate")).hasValue("1");
        assertThat(page).hasURL(Pattern.compile("\\?lab=learning-rate&run=2$"));
        String loss = laboratory.row("η = 1").locator("td").nth(1).innerText();
        assertThat(playground.reading("train loss")).hasText(loss);
        page.evaluate("""
                () => ["pushState", "replaceState"].forEach((name) => {
                  const write = history[name];
                  history[name] = function (...place) {
                    window.written = name;
                    write.apply(this, place);
                  };
                })""");
        page.goBack();
        assertThat(laboratory.row("η = 0.01")).hasAttribute("aria-current", "true");
        page.waitForCondition(() -> page.evaluate("window.written") != null);
        assertEquals("replaceState", page.evaluate("window.written"), "a new place leaves nothing to go forward to");
        page.goForward();
        assertThat(laboratory.row("η = 1")).hasAttribute("aria-current", "true");
    }

    @Test
    void aReloadFindsTheSameRuns() {
        given("/playground?lab=minima&run=2");
        laboratory.assertAllDone();
        int runs = countOfRuns();
        page.reload();
        laboratory.assertAllDone();
        assertThat(laboratory.row("seed 4")).hasAttribute("aria-current", "true");
        assertEquals(runs, countOfRuns());
    }

    @Test
    void anOwnRunComesBackToItsLaboratory() {
        given("/playground?lab=minima");
        laboratory.assertAllDone();
        playground.field("Epochs").fill("20");
        assertThat(playground.progress()).containsText("Ready: 20 epochs");
        playground.train();
        assertThat(page).hasURL(Pattern.compile("\\?lab=minima&n=[^&]+&r=\\w+"));
        page.reload();
        assertThat(laboratory.row("yours")).hasAttribute("aria-current", "true");
        assertThat(playground.progress()).containsText("Done: 20 epochs");
        page.navigate(url("/"));
        assertThat(page.locator("bs-continue")).containsText("Two starts, two minima, epoch 20");
    }

    @Test
    void leavingLeadsToThePlainPlayground() {
        given("/playground?lab=minima");
        laboratory.assertAllDone();
        page.getByText("Leave the laboratory").click();
        playground.assertReady();
        assertThat(laboratory.runs()).hasCount(0);
        page.goBack();
        laboratory.assertAllDone();
    }

    @Test
    void theRunsAreATableToo() {
        given("/playground?lab=minima");
        laboratory.assertAllDone();
        playground.button("Loss of the runs as a table").click();
        assertThat(playground.chart("Loss of the runs").locator("thead")).containsText("seed 1");
        assertThat(playground.chart("Loss of the runs").locator("tbody tr").last())
                .containsText("1000");
    }

    @Test
    void anOwnRunIsLaidOverThem() {
        given("/playground?lab=batch-size");
        laboratory.assertAllDone();
        playground.field("Learning rate").fill("0.25");
        playground.assertReady();
        playground.train();
        assertThat(playground.chart("Loss of the runs").locator(".chart-name.chosen"))
                .containsText("yours");
        assertThat(laboratory.row("yours")).hasAttribute("aria-current", "true");
    }

    @Test
    void aLaboratoryThatIsNotThereIsSaid() {
        given("/playground?lab=nowhere");
        assertThat(playground.notice()).containsText("There is no laboratory \"nowhere\"");
        playground.assertReady();
    }

    @Test
    void axeFindsNothingInALaboratory() {
        given("/playground?lab=minima");
        laboratory.assertAllDone();
        assertThat(laboratory.surface().locator("canvas")).isVisible();
        assertAccessible();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        playground.button("Laboratories").click();
        assertThat(page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Laboratories")))
                .isVisible();
        assertAccessible();
    }

    private int countOfRuns() {
        return (int) page.evaluate("async () => (await (await fetch('/api/training/runs')).json()).length");
    }

    private void given(String path) {
        open(path);
        playground = new PlaygroundPage(page);
        laboratory = new LaboratoryPage(page);
    }
}
