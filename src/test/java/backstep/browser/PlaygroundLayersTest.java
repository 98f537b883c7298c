package backstep.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PlaygroundLayersTest extends BrowserTest {

    private static final double PATIENCE = 30_000;

    private PlaygroundPage playground;

    @Test
    void batchNormalisationIsAddedByItsShortcutAndTrains() {
        given();
        playground.button("Layers, 2 – 8 – 6 – 1").click();
        playground.field("Batch normalisation after every hidden layer").check();
        assertThat(playground.button("Layers, 2 – 8 BN – 6 BN – 1")).isVisible();
        assertThat(playground.field("Hidden units")).hasValue("tanh");
        page.keyboard().press("Escape");
        playground.field("Epochs").fill("20");
        playground.assertReady();
        playground.train();
        assertThat(unitMap("Layer 3, batch norm, 8 units")).isVisible();
    }

    @Test
    void whatAShortcutDidIsTakenBack() {
        given();
        playground.button("Layers, 2 – 8 – 6 – 1").click();
        playground.field("Units of layer 3").fill("8");
        assertThat(playground.button("Layers, 2 – 8 – 8 – 1")).isVisible();
        playground.field("Residual blocks").check();
        playground.field("Batch normalisation after every hidden layer").check();
        assertThat(playground.button("Layers, 2 – 8 BN – (8 BN) – 1")).isVisible();
        playground.field("Residual blocks").uncheck();
        playground.field("Batch normalisation after every hidden layer").uncheck();
        assertThat(playground.button("Layers, 2 – 8 – 8 – 1")).isVisible();
        assertThat(playground.field("Hidden units")).hasValue("tanh");
        playground.assertReady();
    }

    @Test
    void aLayerThatCannotStandWhereItDoesSaysWhy() {
        expectStatus(400);
        given();
        playground.button("Layers, 2 – 8 – 6 – 1").click();
        playground.field("Type of layer 3").selectOption("residual block");
        assertThat(playground.button("Layers, 2 – 8 – (8 – 8) – 1")).isVisible();
        playground.field("Units of layer 4").fill("5");
        assertThat(line("Layers 3 to 5")).containsText("5");
        assertThat(line("Layers 3 to 5").locator(".field-reason")).isVisible();
    }

    @Test
    void aLayerThatIsMovedKeepsTheFocus() {
        given();
        playground.button("Layers, 2 – 8 – 6 – 1").click();
        playground.button("Move layer 2 down").press("Enter");
        assertThat(playground.button("Layers, 2 – 6 – 8 – 1")).isVisible();
        assertThat(playground.button("Move layer 3 up")).isFocused();
    }

    @Test
    void digitsAsImagesAreLearnedByAConvolutionAndALinkRestoresThem() {
        given();
        playground.button("More data").click();
        playground.dataSet("Handwritten digits").check();
        playground.field("Pictures").selectOption("as image (convolutional)");
        assertThat(playground.button("Layers, 1×8×8 – conv 8@3×3 – pool 2 – flatten – 32 – 10"))
                .isVisible();
        playground.assertReady();
        playground.field("Epochs").fill("2");
        playground.assertReady();
        playground.train();
        assertThat(page.getByRole(AriaRole.TABLE, new Page.GetByRoleOptions().setName("Confusion matrix")))
                .isVisible();
        assertThat(page).hasURL(Pattern.compile("n="));
        page.reload();
        assertThat(playground.button("Layers, 1×8×8 – conv 8@3×3 – pool 2 – flatten – 32 – 10"))
                .isVisible();
        assertThat(playground.field("Pictures")).hasValue("as image (convolutional)");
        assertThat(playground.field("Epochs")).hasValue("2");
    }

    @Test
    void theShippedConvolutionalNetIsOpened() {
        given();
        page.getByLabel("Open a file").setInputFiles(Path.of("docs/experiments/convolutional.json"));
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("1×32×32 – conv 6@3×3")))
                .isVisible();
        assertThat(playground.field("Size")).hasValue("32 × 32");
        assertThat(playground.chart("Gradient norm by layer"))
                .containsText("layer 8 → 9", new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
        playground.assertReady();
    }

    private Locator unitMap(String name) {
        return page.getByRole(
                AriaRole.GROUP, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator line(String name) {
        return page.getByRole(AriaRole.LISTITEM)
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByText(name, new Page.GetByTextOptions().setExact(true))));
    }

    private void given() {
        open("/playground");
        playground = new PlaygroundPage(page);
        playground.assertReady();
    }
}
