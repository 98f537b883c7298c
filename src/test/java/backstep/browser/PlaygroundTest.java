package backstep.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.BoundingBox;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PlaygroundTest extends BrowserTest {

    private PlaygroundPage playground;

    /** Only one run may go at a time on a small machine, so none is left to the next test. */
    @AfterEach
    void leaveNoRunGoing() {
        playground.pauseAll();
    }

    @Test
    void aRunIsWatchedToItsEnd() {
        given("/playground");
        assertThat(playground.picture()).hasText("What the network predicts at epoch 0");
        playground.train();
        assertThat(playground.picture()).hasText("What the network predicts at epoch 1000");
        assertThat(playground.reading("at epoch")).hasText("1000");
        assertThat(playground.reading("test right")).hasText(Pattern.compile("(9\\d\\.\\d|100\\.0)%"));
        playground.assertAt(1000);
    }

    @Test
    void aRunIsPausedAndGoesOn() {
        givenALongRun();
        playground.button("Start").click();
        assertThat(playground.progress()).containsText(Pattern.compile("Training: epoch [1-9].*left"));
        playground.button("Pause").click();
        assertThat(playground.progress()).containsText("Paused at epoch");
        String newest = playground.moment().getAttribute("aria-valuemax");
        playground.button("Resume").click();
        assertThat(playground.moment()).not().hasAttribute("aria-valuemax", newest);
        playground.button("Pause").click();
        assertThat(playground.progress()).containsText("Paused at epoch");
    }

    @Test
    void startMeansTheEditedExperimentWhileTheOlderRunStillGoes() {
        givenALongRun();
        playground.button("Start").click();
        assertThat(playground.button("Pause")).isVisible();
        List<Route> held = new ArrayList<>();
        page.route("**/api/training/runs", held::add);
        playground.field("Hidden units").selectOption("relu");
        playground.button("Start").click();
        page.waitForCondition(() -> !held.isEmpty());
        page.unroute("**/api/training/runs");
        held.forEach(Route::resume);
        assertThat(playground.progress()).containsText("Training: epoch");
    }

    @Test
    void aPastMomentStaysWhileTrainingGoesOn() {
        givenALongRun();
        playground.button("Start").click();
        assertThat(playground.reading("at epoch")).hasText(Pattern.compile("^\\s*([2-9]|\\d\\d)"));
        playground.moment().press("Home");
        assertThat(playground.picture()).hasText("What the network predicts at epoch 0");
        playground.button("Return to live").click();
        assertThat(playground.picture()).not().hasText("What the network predicts at epoch 0");
        playground.button("Pause").click();
        assertThat(playground.progress()).containsText("Paused at epoch");
    }

    @Test
    void theKnobGoesBackToAnyEpoch() {
        given("/playground");
        playground.train();
        BoundingBox track = playground.moment().boundingBox();
        page.mouse().move(track.x + track.width, track.y + 15);
        page.mouse().down();
        page.mouse().move(track.x + 0.18 * track.width, track.y + 15);
        page.mouse().up();
        playground.assertAt(180);
        assertThat(playground.picture()).hasText("What the network predicts at epoch 180");
        Map<String, Object> moment = playground.answer("/api/training/runs/" + playground.run());
        List<Map<String, Object>> metrics = list(moment.get("metrics"));
        Object loss = metrics.stream()
                .filter(point -> point.get("iteration").equals(180))
                .findFirst()
                .orElseThrow()
                .get("trainLoss");
        assertThat(playground.reading("train loss")).hasText(NetworkPage.fixed(loss));
    }

    @Test
    void theUpdateIsSteppedThroughWithTheNumbersOfTheRun() {
        given("/playground");
        playground.train();
        playground.moment().press("Home");
        for (int k = 1; k <= 3; k++) {
            playground.moment().press("ArrowRight");
        }
        playground.assertAt(3);
        Map<String, Object> moment = playground.answer("/api/training/runs/" + playground.run() + "/iterations/3");
        List<List<List<Object>>> theta = list(moment.get("theta"));
        playground.button("Step through this update").click();
        assertThat(page).hasTitle("Network · Backstep");
        NetworkPage network = new NetworkPage(page);
        assertThat(page.locator("bs-network-title")).containsText("2–8–6–1");
        assertThat(page.locator("bs-example-chooser")).containsText("of 210");
        for (int row = 0; row < 8; row++) {
            for (int column = 0; column < 3; column++) {
                assertThat(network.entry("Theta.1." + (row + 1) + "." + column))
                        .hasText(NetworkPage.fixed(theta.get(0).get(row).get(column)));
            }
        }
        page.goBack();
        assertThat(playground.picture()).hasText("What the network predicts at epoch 3");
    }

    @Test
    void aBranchGoesOnFromItsMomentAndIsCompared() {
        given("/playground");
        playground.train();
        playground.moment().press("Home");
        playground.moment().press("ArrowRight");
        playground.assertAt(1);
        playground.button("Branch from here").click();
        assertThat(playground.notice()).containsText("branches off");
        playground.field("Learning rate").fill("0.02");
        assertThat(playground.moment()).hasAttribute("aria-valuemin", "1");
        playground.button("Start").click();
        playground.assertDone();
        assertThat(playground.runs()).containsText("η 0.02, from epoch 1, shown");
        assertThat(playground.chart("Loss").locator(".chart-name.beside")).containsText("η 0.008");
        playground.button("η 0.008").click();
        assertThat(playground.field("Learning rate")).hasValue("0.008");
        assertThat(playground.moment()).hasAttribute("aria-valuemin", "0");
    }

    @Test
    void aBranchFromTheEndGoesOnForAsManyEpochsAgain() {
        given("/playground");
        playground.field("Epochs").fill("3");
        playground.train();
        playground.button("Branch from here").click();
        assertThat(playground.field("Epochs")).hasValue("6");
        playground.button("Start").click();
        playground.assertDone();
        assertThat(playground.moment()).hasAttribute("aria-valuemin", "3");
        assertThat(playground.moment()).hasAttribute("aria-valuemax", "6");
    }

    @Test
    void aDivergedRunSaysWhereAndWhatToTry() {
        given("/playground");
        playground.field("Hidden units").selectOption("linear");
        playground.field("Optimizer").selectOption("gradient descent");
        playground.field("Learning rate").fill("1e6");
        playground.button("Start").click();
        assertThat(playground.notice()).containsText(Pattern.compile("Stopped in epoch \\d+, update \\d+\\."));
        playground.moment().press("Home");
        assertThat(playground.picture()).hasText("What the network predicts at epoch 0");
        playground.button("See what helps").click();
        Locator diagnosis = page.locator("bs-diagnosis");
        assertThat(diagnosis).containsText(Pattern.compile("The run diverged in update \\d+\\."));
        assertThat(page.getByText("Learning rate 100000")).hasCount(1);
        diagnosis.getByText("Learning rate 100000").click();
        assertThat(playground.field("Learning rate")).hasValue("100000");
    }

    @Test
    void everyChartHasATable() {
        given("/playground");
        playground.train();
        for (String chart : List.of("Loss", "Gradient norm by layer")) {
            playground.button(chart + " as a table").click();
            Locator rows = playground.chart(chart).locator("tbody tr");
            assertThat(rows.last()).containsText("1000");
            assertTrue(rows.count() > 10);
        }
    }

    @Test
    void oneUpdateIsMadeAtATime() {
        given("/playground");
        playground.button("One update").click();
        playground.assertAt(1);
        page.keyboard().press("Shift+ArrowRight");
        playground.assertAt(2);
        page.keyboard().press("ArrowLeft");
        playground.assertAt(1);
        assertThat(playground.reading("at epoch")).hasText("1");
    }

    @Test
    void theEndOfTheTrainingIsAnnounced() {
        given("/playground");
        playground.train();
        assertThat(page.locator("bs-training-live")).containsText("Training is done. Epoch 1000 of 1000, train loss");
    }

    @Test
    void aLostServerIsSaidAndRejoined() {
        given("/playground");
        goOffline();
        playground.field("Learning rate").fill("0.02");
        assertThat(page.locator("bs-training-offline")).containsText("The server cannot be reached");
        context().setOffline(false);
        assertThat(page.locator("bs-training-offline")).not().containsText("reached");
        playground.assertReady();
        assertThat(playground.button("Step through this update")).isEnabled();
    }

    @Test
    void anOldRunIsReplayed() {
        given("/playground");
        playground.train();
        playground.button("Replay").click();
        assertThat(playground.reading("at epoch")).hasText(Pattern.compile("^\\s*[1-9]\\d\\s*$"));
        playground.button("Pause the replay").click();
        assertThat(playground.button("Replay")).isVisible();
    }

    @Test
    void aUnitIsEnlargedOverTheMap() {
        given("/playground");
        playground.button("Unit 3 of layer 2, enlarge").hover();
        assertThat(page.getByText("What unit 3 of layer 2 puts out at epoch 0")).isVisible();
    }

    private void given(String path) {
        open(path);
        playground = new PlaygroundPage(page);
        playground.assertReady();
    }

    /** A run that no machine ends within a test; the test pauses it. */
    private void givenALongRun() {
        given("/playground");
        playground.button("More data").click();
        playground.dataSet("Handwritten digits").check();
        playground.field("Epochs").fill("100000");
        assertThat(playground.progress()).containsText("Ready: 100 000 epochs");
    }

    @SuppressWarnings("unchecked")
    private static <T> List<T> list(Object value) {
        return (List<T>) value;
    }
}
