package backstep.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The loss around a run, and a function built of bumps. */
class SurfaceAndBumpsTest extends BrowserTest {

    private static final Pattern DISTANCE = Pattern.compile("function: ([\\d.]+)");

    private PlaygroundPage playground;
    private LaboratoryPage laboratory;

    @AfterEach
    void leaveNoRunGoing() {
        playground.pauseAll();
    }

    @Test
    void theSurfaceShowsTheWayOfARun() {
        givenTwoMinima();
        page.getByLabel("Plane of the surface").selectOption("around this run");
        assertThat(laboratory.surface().locator(".surface-path")).hasCount(1);
        assertThat(laboratory.surface()).containsText("two random directions, scaled unit by unit");
        assertThat(laboratory.surface()).containsText("away from the plane");
    }

    @Test
    void aPlaneGoesThroughTwoRuns() {
        givenTwoMinima();
        assertThat(laboratory.surface().locator(".surface-path")).hasCount(2);
        assertThat(laboratory.surface().locator(".surface-name")).containsText(new String[] {"seed 1", "seed 4"});
        assertThat(laboratory.surface()).containsText("the plane through the newest moments of both runs");
    }

    @Test
    void theSurfaceIsReadOutByKeysAndIsATableToo() {
        givenTwoMinima();
        Locator map = laboratory.surface().locator("[role=application]");
        map.press("ArrowRight");
        assertThat(map).hasAttribute("aria-label", Pattern.compile("alpha .*, beta .*: J .*"));
        playground.button("Loss surface as a table").click();
        assertThat(laboratory.surface().locator("tbody tr").last()).containsText("1000");
    }

    @Test
    void anotherSeedIsAnotherPlane() {
        givenTwoMinima();
        page.getByLabel("Plane of the surface").selectOption("around this run");
        Locator way = laboratory.surface().locator(".surface-path");
        assertThat(way).hasCount(1);
        String before = way.getAttribute("d");
        playground.field("Seed of the directions").fill("2");
        assertThat(way).not().hasAttribute("d", before);
    }

    /** With a disclosure for any run, not in a laboratory alone. */
    @Test
    void theSurfaceOfAnyRunIsADisclosureAway() {
        given("/playground");
        playground.assertReady();
        page.getByText("Loss surface").click();
        assertThat(laboratory.surface().locator("canvas")).isVisible();
    }

    @Test
    void bumpsAreAddedUnitByUnitAndTheErrorFalls() {
        given("/playground?lab=approximation");
        Locator bumps = laboratory.bumps();
        assertThat(bumps).containsText("2 of 16 units");
        double few = distance(bumps);
        playground.button("One unit more").click();
        assertThat(bumps).containsText("3 of 16 units");
        bumps.getByLabel("Units shown").fill("16");
        assertThat(bumps).containsText("16 of 16 units");
        double eight = distance(bumps);
        playground.field("Bumps").fill("40");
        assertThat(bumps).containsText("80 of 80 units");
        double forty = distance(bumps);
        assertTrue(forty < eight && eight < few, few + ", " + eight + ", " + forty);
    }

    @Test
    void theBumpsAreANetworkToStepThrough() {
        given("/playground?lab=approximation");
        assertThat(laboratory.bumps()).containsText("2 of 16 units");
        playground.button("Step through this network").click();
        assertThat(page.locator("bs-network-title")).containsText("1–16–1");
        page.goBack();
        playground.button("Open these weights in the playground").click();
        playground.assertReady();
        assertThat(playground.button("Layers, 1 – 16 – 1")).isVisible();
    }

    @Test
    void aFunctionThatCannotBeReadIsSaid() {
        expectStatus(400);
        given("/playground?lab=approximation");
        assertThat(laboratory.bumps()).containsText("2 of 16 units");
        playground.field("Function to build").fill("sin(");
        playground.field("Function to build").press("Enter");
        assertThat(laboratory.bumps().locator(".field-reason")).isVisible();
    }

    @Test
    void axeFindsNothingInTheBumps() {
        given("/playground?lab=approximation");
        assertThat(laboratory.bumps()).containsText("2 of 16 units");
        playground.pauseAll();
        assertAccessible();
    }

    private static double distance(Locator bumps) {
        Matcher matcher = DISTANCE.matcher(bumps.innerText());
        assertTrue(matcher.find(), bumps.innerText());
        return Double.parseDouble(matcher.group(1));
    }

    private void givenTwoMinima() {
        given("/playground?lab=minima");
        laboratory.assertAllDone();
        assertThat(laboratory.surface().locator("canvas")).isVisible();
    }

    private void given(String path) {
        open(path);
        playground = new PlaygroundPage(page);
        laboratory = new LaboratoryPage(page);
    }
}
