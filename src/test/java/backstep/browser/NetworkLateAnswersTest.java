package backstep.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An answer to an older edit of a network never reaches the page; without a server the page keeps what it has. */
class NetworkLateAnswersTest extends BrowserTest {

    private NetworkSetup setup;

    @BeforeEach
    void openTheOpeningNetwork() {
        open("/network?s=82");
        setup = new NetworkSetup(page);
        assertThat(setup.number("z.2.1@4")).hasText("0.300");
        setup.openPanel();
    }

    @Test
    void theAnswerToAnOlderEditNeverShows() {
        HeldAnswers held = HeldAnswers.to(page, "**/api/network/trace", "7.5");
        SeenTexts seen = SeenTexts.at(page, ".unit-row td[data-q='z.2.1@4'] .number");
        setup.field("Example 4, x 1").fill("7.5");
        held.awaitOne();
        setup.field("Example 4, x 1").fill("1");
        assertThat(setup.number("z.2.1@4")).hasText("0.500");
        held.letGo();
        assertThat(setup.number("z.2.1@4")).hasText("0.500");
        assertEquals(List.of("0.300", "0.500"), seen.all());
    }

    @Test
    void theCheckOfAnOlderEditNeverShows() {
        List<Route> held = new ArrayList<>();
        assertThat(setup.check()).containsText("gradient check passes");
        page.route("**/api/network/check", held::add);
        setup.field("Example 4, x 1").fill("1");
        assertThat(setup.number("z.2.1@4")).hasText("0.500");
        assertThat(setup.check()).hasText("");
        page.waitForCondition(() -> !held.isEmpty());
    }

    @Test
    void withoutTheServerTheStepsGoOnAndAnEditWaits() {
        goOffline();
        page.keyboard().press("Escape");
        page.keyboard().press("Escape");
        page.locator("body").press("Home");
        page.keyboard().press("ArrowRight");
        assertThat(setup.timeline()).hasAttribute("aria-valuenow", "2");
        setup.openPanel();
        setup.field("Example 1, x 2").fill("2");
        assertThat(page.locator("bs-offline")).containsText("The server cannot be reached");
        assertThat(setup.number("z.2.1@1")).hasText("0.650");
        context().setOffline(false);
        assertThat(setup.number("z.2.1@1")).hasText("−0.550");
        assertThat(page.locator("bs-network-diagram")).not().hasClass(Pattern.compile("\\bstale\\b"));
    }
}
