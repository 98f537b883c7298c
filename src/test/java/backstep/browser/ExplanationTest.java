package backstep.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every number tells where it comes from. */
class ExplanationTest extends BrowserTest {

    private AutodiffPage autodiff;

    @BeforeEach
    void openTheSecondPath() {
        open("/autodiff?s=15");
        autodiff = new AutodiffPage(page);
        assertThat(page.locator("tr[aria-current=step] .number")).hasText("1.716");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr[aria-current=step] .number", ".quantity.now .number", ".formula-result"})
    void aPressOnANumberOpensItsExplanation(String number) {
        page.locator(number).click();
        assertThat(heading()).hasText("Where does 1.716 come from?");
        assertThat(lines().first()).containsText("step 15");
    }

    @Test
    void theTreeLeadsDownToTheInputs() {
        page.keyboard().press("e");
        assertThat(lines().first()).isFocused();
        for (int steps = 0; steps < 40; steps++) {
            page.keyboard().press("ArrowRight");
            page.keyboard().press("ArrowDown");
        }
        List<String> leaves = page.locator("[role=treeitem]:not([aria-expanded]) .explain-step")
                .allTextContents();
        assertTrue(leaves.stream().allMatch(leaf -> leaf.equals("input") || leaf.equals("step 8")), leaves.toString());
        assertTrue(leaves.contains("input"), leaves.toString());
        assertThat(page.locator("[role=treeitem][aria-expanded=false]")).hasCount(0);
    }

    @Test
    void aFoldedBranchOpensAndCloses() {
        page.keyboard().press("e");
        Locator first = lines().first();
        assertThat(first).isFocused();
        assertThat(first).hasAttribute("aria-expanded", "true");
        page.keyboard().press("ArrowLeft");
        assertThat(first).hasAttribute("aria-expanded", "false");
        assertThat(lines()).hasCount(1);
        page.keyboard().press("ArrowRight");
        assertThat(first).hasAttribute("aria-expanded", "true");
    }

    @Test
    void aLineLeadsToItsStep() {
        page.locator("tr[aria-current=step] .number").click();
        lines().nth(1).click();
        assertThat(autodiff.timeline()).hasAttribute("aria-valuenow", "13");
        assertThat(heading()).hasText("Where does 1.716 come from?");
    }

    @Test
    void theKeyboardLeadsToAStepToo() {
        page.keyboard().press("e");
        assertThat(lines().first()).isFocused();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        assertThat(autodiff.timeline()).hasAttribute("aria-valuenow", "13");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr[aria-current=step] .number", ".quantity.now .number", ".formula-result"})
    void escapeGivesFocusBackToItsNumber(String number) {
        page.locator(number).click();
        assertThat(lines().first()).isFocused();
        page.keyboard().press("Escape");
        assertThat(heading()).hasCount(0);
        assertThat(page.locator(number)).isFocused();
    }

    @Test
    void anEarlierRowIsExplainedAsOfItsStep() {
        autodiff.adjointTrace().locator("[data-step='12'] .number").click();
        assertThat(heading()).hasText("Where does −0.284 come from?");
    }

    @Test
    void oneIsOpenAtATime() {
        page.locator(".formula-result").click();
        assertThat(heading()).hasText("Where does 1.716 come from?");
        autodiff.adjointTrace().locator("[data-step='13'] .number").click();
        assertThat(heading()).hasText("Where does 5 come from?");
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(1);
    }

    @Test
    void itNeverCoversTheLitEdge() {
        for (int width : new int[] {1440, 1000, 700}) {
            page.setViewportSize(width, 900);
            page.locator(".quantity.now .number").click();
            assertThat(lines().first()).isFocused();
            assertFalse(overlap(page.getByRole(AriaRole.DIALOG), page.locator(".lit")), "at " + width);
            page.keyboard().press("Escape");
        }
    }

    @Test
    void anEditClosesIt() {
        page.keyboard().press("e");
        assertThat(heading()).isVisible();
        autodiff.input("x1").fill("3");
        assertThat(heading()).hasCount(0);
    }

    @Test
    void openingItPausesPlaying() {
        autodiff.button("Play").click();
        assertThat(autodiff.button("Pause")).isVisible();
        page.locator(".formula-result").click();
        assertThat(autodiff.button("Play")).isVisible();
    }

    @Test
    void axeFindsNothing() {
        page.keyboard().press("e");
        assertThat(lines().first()).isFocused();
        assertAccessible();
    }

    private Locator heading() {
        return page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.HEADING);
    }

    private Locator lines() {
        return page.getByRole(AriaRole.TREE, new Page.GetByRoleOptions().setName("Where does"))
                .getByRole(AriaRole.TREEITEM);
    }

    private static boolean overlap(Locator one, Locator other) {
        BoundingBox a = one.boundingBox();
        BoundingBox b = other.boundingBox();
        return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
    }
}
