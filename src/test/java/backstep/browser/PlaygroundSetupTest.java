package backstep.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import backstep.linalg.jcuda.Detection;
import backstep.linalg.jcuda.Gpu;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlaygroundSetupTest extends BrowserTest {

    private PlaygroundPage playground;

    @Test
    void anEditIsUndoneAndRedone() {
        given();
        playground.field("Hidden units").selectOption("relu");
        playground.button("Undo").click();
        assertThat(playground.field("Hidden units")).hasValue("tanh");
        page.keyboard().press("Shift+Z");
        assertThat(playground.button("Redo")).hasAttribute("aria-disabled", "false");
        playground.button("Redo").click();
        assertThat(playground.field("Hidden units")).hasValue("relu");
    }

    @Test
    void aRunThatAsksForAGpuWhereNoneIsCompletesOnTheCpuAndSaysSo() {
        assumeTrue(Gpu.detect() instanceof Detection.Absent, "there is a GPU here, so nothing falls back");
        given();
        Locator engine = page.locator("bs-engine");
        assertThat(engine.locator("[aria-current]")).hasText("CPU (EJML)");
        playground.field("Compute on").selectOption("GPU (JCuda)");
        assertThat(engine.getByRole(AriaRole.STATUS)).hasText("Fell back to the CPU.");
        assertThat(engine).containsText("The GPU was asked for, but there is none to use here (");
        playground.field("Precision").selectOption("single, 7 digits");
        assertThat(engine).containsText(Pattern.compile("Products by .*, float32\\."));
        assertThat(engine.locator("[aria-current]")).hasText("CPU (EJML)");
        playground.field("Epochs").fill("20");
        playground.assertReady();
        playground.train();
    }

    @Test
    void layersAreAddedAndSized() {
        given();
        playground.button("Layers, 2 – 8 – 6 – 1").click();
        playground.button("Add a hidden layer").click();
        playground.field("Units of layer 4").fill("3");
        assertThat(playground.button("Layers, 2 – 8 – 6 – 3 – 1")).isVisible();
        assertThat(playground.button("Unit 3 of layer 4, enlarge")).isVisible();
    }

    @Test
    void aSettingThatTheServerRefusesSaysWhy() {
        expectStatus(400);
        given();
        playground.field("Learning rate").fill("-1");
        assertThat(playground.notice()).containsText("Learning rate must be 0 or a positive number, was −1.");
        playground.button("Undo").last().click();
        assertThat(playground.field("Learning rate")).hasValue("0.008");
        playground.assertReady();
    }

    @Test
    void aLinkThatTheServerRefusesSaysWhyAndWaitsForNoRun() {
        expectStatus(400);
        open(NetworkAddress.of("""
                {"network": {"inputs": 1, "layers": [{"type": "dense", "units": 1, "activation": "linear"}], "loss": "mse"},
                 "data": {"dataset": "sine"}}""").replace("/network", "/playground"));
        playground = new PlaygroundPage(page);
        assertThat(playground.notice()).containsText("Loss must be one of");
        assertThat(playground.notice()).not().containsText("The last run stays");
        assertThat(playground.progress()).hasText("No run yet");
    }

    @Test
    void pointsArePlacedAndMoved() {
        given();
        playground.button("More data").click();
        playground.dataSet("own points").check();
        assertThat(page.getByText("8 points, all to train")).isVisible();
        BoundingBox map = page.locator(".heat-frame").boundingBox();
        page.mouse().click(map.x + 200, map.y + 300);
        assertThat(page.getByText("9 points, all to train")).isVisible();
        playground.button("remove the last").click();
        assertThat(page.getByText("8 points, all to train")).isVisible();
    }

    @Test
    void aFunctionIsTyped() {
        expectStatus(400);
        given();
        playground.button("More data").click();
        playground.dataSet("Your function").check();
        playground.field("Function of x").fill("x^2 +");
        playground.field("Function of x").press("Enter");
        assertThat(playground.notice()).containsText("position 6");
        playground.field("Function of x").fill("x^2");
        playground.field("Function of x").press("Enter");
        playground.assertReady();
        assertThat(page.locator("bs-curve-picture path.fitted")).hasAttribute("d", Pattern.compile("^M.*L"));
    }

    @Test
    void aTableIsReadAndTheNetworkFitsIt() {
        given();
        String rows = IntStream.range(0, 30)
                .mapToObj(k -> k + "," + (k % 7) + "," + (k % 5) + "," + (k < 15 ? "oak" : "elm"))
                .collect(Collectors.joining("\n", "height,width,age,tree\n", "\n"));
        page.locator(".csv-field")
                .setInputFiles(new FilePayload("trees.csv", "text/csv", rows.getBytes(StandardCharsets.UTF_8)));
        assertThat(playground.button("Layers, 3 – 8 – 6 – 1")).isVisible();
        assertThat(page.getByText("30 examples, 21 to train and 9 to test")).isVisible();
        assertThat(page.getByRole(com.microsoft.playwright.options.AriaRole.TABLE))
                .containsText("oak");
        playground.field("Target column").selectOption("age");
        assertThat(playground.button("Layers, 2 – 8 – 6 – 5")).isVisible();
        playground.assertReady();
        page.getByLabel("width").uncheck();
        assertThat(playground.button("Layers, 1 – 8 – 6 – 5")).isVisible();
        playground.assertReady();
    }

    @Test
    void theAddressHoldsTheSetupAndTheMoment() {
        given();
        playground.field("Learning rate").fill("0.02");
        assertThat(page).hasURL(Pattern.compile("n="));
        playground.train();
        playground.moment().press("Home");
        playground.moment().press("ArrowRight");
        assertThat(page).hasURL(Pattern.compile("r=\\w+&k=1$"));
        page.reload();
        playground.assertAt(1);
        assertThat(playground.progress()).containsText("Done");
        assertThat(playground.field("Learning rate")).hasValue("0.02");
    }

    @Test
    void whatIsTypedJustBeforeAReloadIsKept() {
        given();
        playground.field("Learning rate").fill("0.03");
        page.reload();
        assertThat(playground.field("Learning rate")).hasValue("0.03");
        playground.assertReady();
        assertThat(page).hasURL(Pattern.compile("n="));
    }

    @Test
    void backAndForwardGoThroughTheEdits() {
        given();
        assertThat(page).hasURL(url("/playground"));
        playground.field("Learning rate").fill("0.02");
        assertThat(page).hasURL(Pattern.compile("n="));
        page.goBack();
        assertThat(playground.field("Learning rate")).hasValue("0.008");
        page.goForward();
        assertThat(playground.field("Learning rate")).hasValue("0.02");
    }

    @Test
    void aLinkThatIsCutOffSaysSo() {
        open("/playground?n=dVHNcoMgEH6X");
        playground = new PlaygroundPage(page);
        assertThat(playground.notice()).containsText("The link cannot be read");
        playground.assertReady();
    }

    private void given() {
        open("/playground");
        playground = new PlaygroundPage(page);
        playground.assertReady();
    }
}
