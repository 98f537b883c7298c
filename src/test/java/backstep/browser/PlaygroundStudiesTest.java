package backstep.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is asked of an experiment beside running it: its program, what ails it, and a sweep over two of its settings. */
class PlaygroundStudiesTest extends BrowserTest {

    private static final double PATIENCE = 30_000;

    private PlaygroundPage playground;

    @BeforeEach
    void openThePlayground() {
        context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        open("/playground");
        playground = new PlaygroundPage(page);
        playground.assertReady();
    }

    @AfterEach
    void leaveNoRunGoing() {
        playground.pauseAll();
    }

    @Test
    void theProgramFollowsEveryEdit() throws IOException {
        disclose("PyTorch");
        assertThat(program()).containsText("torch.optim.Adam(model.parameters(), lr=0.008");
        assertThat(program()).containsText("… 207 more rows");
        Response answer = page.waitForResponse(
                "**/api/training/code", () -> playground.field("Learning rate").fill("0.02"));
        assertThat(program()).containsText("lr=0.02");
        String whole = String.valueOf(page.evaluate("text => JSON.parse(text).text", answer.text()));
        playground.button("Copy").click();
        assertThat(page.getByText("Copied, with all data.")).isVisible();
        assertEquals(whole, page.evaluate("navigator.clipboard.readText()"));
        Download saved =
                page.waitForDownload(() -> playground.button("Save as .py").click());
        assertEquals("train-2-8-6-1.py", saved.suggestedFilename());
        assertEquals(whole, Files.readString(saved.path()));
    }

    @Test
    void theProgramOfABranchGoesOnWithWhatTheOptimizerRemembers() {
        disclose("PyTorch");
        playground.button("One update").click();
        playground.button("Branch from here").click();
        assertThat(program()).containsText("# What the optimizer remembers of one update,");
        assertThat(program()).containsText("for epoch in range(2, 1000 + 1)");
    }

    @Test
    void theLastProgramStaysWhereAnEditIsRefused() {
        expectStatus(400);
        disclose("PyTorch");
        assertThat(program()).containsText("lr=0.008");
        playground.field("Learning rate").fill("-1");
        assertThat(page.locator("bs-code")).containsText("Must be 0 or a positive number");
        assertThat(program()).hasClass(Pattern.compile("stale"));
        assertThat(program()).containsText("lr=0.008");
    }

    @Test
    void aSlowRunBranchesWithItsRemedy() {
        playground.field("Optimizer").selectOption("gradient descent");
        playground.field("Epochs").fill("200");
        assertThat(playground.progress()).containsText("Ready: 200 epochs");
        playground.train();
        assertThat(diagnosis()).containsText("at epoch 200");
        assertThat(diagnosis()).containsText("Training is slow: steps are too small");
        assertThat(diagnosis()).containsText(Pattern.compile("the training loss went from 0\\.\\d+ to 0\\.\\d+"));
        diagnosis().getByRole(AriaRole.BUTTON, named("^Adam")).click();
        assertThat(playground.notice()).containsText("branches off another one after epoch 200");
        assertThat(playground.moment()).hasAttribute("aria-valuemin", "200");
        assertThat(playground.field("Optimizer")).hasValue("Adam");
        playground.assertDone();
        assertThat(diagnosis()).containsText("at epoch 400");
        assertThat(diagnosis()).not().containsText("steps are too small");
    }

    @Test
    void anOverFittingRunStartsAfreshWithItsRemedy() {
        page.getByText("300 points, 210 to train and 90 to test").click();
        playground.field("Noise").fill("0.3");
        assertThat(playground.progress()).containsText("Ready");
        playground.train();
        assertThat(diagnosis()).containsText("Test accuracy is low: over-fitting");
        diagnosis()
                .getByRole(AriaRole.BUTTON, named("^L2 penalty .*, new run from the start$"))
                .click();
        assertThat(playground.field("L2 penalty")).hasValue("0.01");
        assertThat(playground.moment()).hasAttribute("aria-valuemin", "0");
        assertThat(playground.progress()).containsText(Pattern.compile("Training|Done"));
    }

    @Test
    void theDiagnosisIsThatOfTheMomentShown() {
        playground.button("One update").click();
        playground.assertAt(1);
        assertThat(diagnosis()).containsText("at epoch 1");
        playground.moment().press("Home");
        assertThat(diagnosis()).containsText("at epoch 0");
    }

    @Test
    void aSweepRunsToItsEndAndACellOpensItsRun() {
        givenASweep();
        assertThat(map().getByRole(AriaRole.BUTTON)).hasCount(4);
        assertThat(map().locator("td.best")).containsText("best");
        assertThat(map().getByRole(AriaRole.COLUMNHEADER, column("Units of each hidden layer")))
                .isVisible();
        Locator cell =
                map().getByRole(AriaRole.ROW).last().getByRole(AriaRole.BUTTON).first();
        String loss = cell.locator(".sweep-number").textContent();
        cell.click();
        assertThat(playground.field("Learning rate")).hasValue("0.1");
        assertThat(playground.button("Layers, 2 – 2 – 2 – 1")).isVisible();
        assertThat(playground.reading("test loss")).hasText(loss);
        assertThat(cell).hasAttribute("aria-current", "true");
        assertThat(cell).containsText("shown");
        cell.press("ArrowUp");
        page.keyboard().press("ArrowRight");
        assertThat(map().getByRole(AriaRole.BUTTON).nth(1)).isFocused();
        page.getByLabel("test right").check();
        assertThat(cell)
                .containsText(playground.reading("test right").textContent().strip());
    }

    @Test
    void aLinkRestoresTheSweep() {
        givenASweep();
        assertThat(page).hasURL(Pattern.compile("[?&]sweep=[a-z0-9]+"));
        Map<String, Object> answer =
                playground.answer("/api/training/sweeps/" + page.url().replaceFirst(".*sweep=", ""));
        assertEquals(4, answer.get("done"));
        page.reload();
        assertThat(map().getByRole(AriaRole.BUTTON)).hasCount(4);
        assertThat(page.getByLabel("Values of the rows")).hasValue("0.01, 0.1");
        playground.button("Delete the sweep").click();
        assertThat(map()).hasCount(0);
        assertThat(page).hasURL(Pattern.compile("^[^=]*(n=.*)?$"));
        assertTrue(!page.url().contains("sweep="), page.url());
    }

    @Test
    void aSweepThatCannotBeSaysWhichValueIsWrong() {
        expectStatus(400);
        disclose("Sweep");
        page.getByLabel("Values of the columns").fill("2, 2.5");
        assertThat(page.getByText("2.5 is no whole number.")).isVisible();
        page.getByLabel("Values of the columns").fill("0");
        page.getByLabel("Values of the rows").fill("0.1");
        playground.button("Start 1 run").click();
        assertThat(page.locator("bs-sweep-form .field-reason")).containsText(Pattern.compile("at least 1|1 to"));
    }

    @Test
    void axeFindsNothingInAnyOfIt() {
        playground.field("Optimizer").selectOption("gradient descent");
        playground.field("Epochs").fill("50");
        assertThat(playground.progress()).containsText("Ready: 50 epochs");
        playground.train();
        disclose("PyTorch");
        givenASweep();
        assertThat(diagnosis()).isVisible();
        for (ColorScheme theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
            assertAccessible();
        }
        page.setViewportSize(390, 844);
        Widths.assertNothingScrollsSideways(page);
    }

    /** Four short runs at their end. */
    private void givenASweep() {
        disclose("Sweep");
        page.getByLabel("Values of the rows").fill("0.01, 0.1");
        page.getByLabel("Values of the columns").fill("2, 4");
        playground.field("Epochs of each run").fill("20");
        playground.button("Start 4 runs").click();
        assertThat(page.locator("bs-sweep"))
                .containsText("All 4 runs are done", new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
    }

    private void disclose(String name) {
        page.getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private Locator program() {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("PyTorch program"));
    }

    private Locator diagnosis() {
        return page.getByRole(
                AriaRole.REGION,
                new Page.GetByRoleOptions().setName("Diagnosis").setExact(true));
    }

    private Locator map() {
        return page.locator("bs-sweep").getByRole(AriaRole.TABLE);
    }

    private static Locator.GetByRoleOptions named(String pattern) {
        return new Locator.GetByRoleOptions().setName(Pattern.compile(pattern));
    }

    private static Locator.GetByRoleOptions column(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }
}
