package backstep.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.LoadState;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneTest extends BrowserTest {

    @Override
    Device device() {
        return Device.PHONE;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/autodiff?s=15", "/embed/autodiff?s=15", "/playground", "/docs/api"})
    void noPageScrollsSideways(String path) {
        open(path);
        assertThat(page.getByRole(AriaRole.MAIN)).isVisible();
        page.waitForLoadState(LoadState.NETWORKIDLE);
        Widths.assertNothingScrollsSideways(page);
    }

    @Test
    void aValueThatIsNotDefinedKeepsThePageInItsWidth() {
        open("/autodiff?x=-2,5&e=y=ln(x1)+x1*x2-sin(x2)&s=15");
        assertThat(page.locator("bs-domain-note")).containsText("not defined");
        Widths.assertNothingScrollsSideways(page);
    }

    @Test
    void whatIsWrittenAtTheNodesStaysInTheFrame() {
        open("/autodiff?e=y=ln(x1)%2Bx2&x=-2,5&s=4");
        Locator output = page.locator(".graph-frame .quantity", new Page.LocatorOptions().setHasText("not a number"));
        assertThat(output).hasCount(2);
        BoundingBox frame = box(page.locator(".graph-frame"));
        BoundingBox written = box(output.last());
        assertTrue(
                written.x + written.width <= frame.x + frame.width + 0.5, "it ends at " + (written.x + written.width));
    }

    @Test
    void aGraphThatIsLargerThanItsFrameEndsThere() {
        open("/autodiff?e=y=a*b%2Bc*d%2Be1*f&x=1,2,3,4,5,6");
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Whole graph")))
                .isVisible();
        assertThat(page.locator(".graph-frame")).hasCSS("overflow-clip-margin", "0px");
    }

    @Test
    void graphRuleNumbersResultAndWhyAreInViewWithTheControls() {
        open("/autodiff?s=15");
        assertThat(page.getByText("Step 15 of 16").first()).isVisible();
        double controls = box(page.locator("bs-timeline")).y;
        for (String part : List.of(
                ".graph-frame", ".formula-row.rule", ".formula-row.numbers", ".formula-row.result", ".why-short")) {
            BoundingBox shown = box(page.locator(part));
            assertTrue(
                    shown.y >= 0 && shown.y + shown.height <= controls,
                    part + " ends at " + (shown.y + shown.height) + ", the controls begin at " + controls);
        }
    }

    @Test
    void theMapsOfUnitsAreWideEnoughForAFinger() {
        open("/playground");
        BoundingBox tile = box(page.locator(".unit-tile").first());
        assertTrue(tile.width >= 44 && tile.height >= 44, tile.width + " by " + tile.height);
    }

    @Test
    void doorsAndToolsStandInOneMenu() {
        open("/autodiff");
        assertThat(page.getByRole(AriaRole.NAVIGATION)).isHidden();
        Locator menu = page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Autodiff").setExact(true));
        menu.click();
        assertThat(page.getByRole(AriaRole.NAVIGATION)).isVisible();
        assertThat(new AutodiffPage(page).button("Settings")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.getByRole(AriaRole.NAVIGATION)).isHidden();
        assertThat(menu).isFocused();
    }

    @Test
    void theModeIsAMenu() {
        open("/autodiff");
        page.getByLabel("Mode", new Page.GetByLabelOptions().setExact(true))
                .and(page.getByRole(AriaRole.COMBOBOX))
                .selectOption("Forward mode");
        assertThat(page).hasURL(Pattern.compile("mode=forward"));
    }

    private static BoundingBox box(Locator locator) {
        BoundingBox box = locator.boundingBox();
        assertTrue(box != null, locator + " is not shown");
        return box;
    }
}
