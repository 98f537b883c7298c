package backstep.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An answer to an older edit never reaches the page; without a server the page keeps what it has. */
class LateAnswersTest extends BrowserTest {

    private AutodiffPage autodiff;

    @BeforeEach
    void openTheOpeningExample() {
        open("/autodiff?s=15");
        autodiff = new AutodiffPage(page);
        assertThat(firstValue()).hasText("2.000");
    }

    @Test
    void theAnswerToAnOlderEditNeverShows() {
        HeldAnswers held = HeldAnswers.to(page, "**/api/autodiff/trace", "\"x1\":7");
        SeenTexts seen = SeenTexts.at(page, ".row[data-step='0'] .number");
        autodiff.input("x1").fill("7");
        held.awaitOne();
        autodiff.input("x1").fill("3");
        assertThat(firstValue()).hasText("3.000");
        held.letGo();
        assertThat(firstValue()).hasText("3.000");
        assertEquals(List.of("2.000", "3.000"), seen.all());
    }

    @Test
    void theTraceOfAnOlderEditIsGrey() {
        expectStatus(400);
        autodiff.expression().fill("y = ln(x1");
        assertThat(page.locator("bs-graph")).hasClass(Pattern.compile("\\bstale\\b"));
        assertThat(firstValue()).hasText("2.000");
        autodiff.expression().fill("y = ln(x1)");
        assertThat(page.locator("bs-graph")).not().hasClass(Pattern.compile("\\bstale\\b"));
    }

    @Test
    void withoutTheServerTheStepsGoOnAndAnEditWaits() {
        goOffline();
        page.keyboard().press("Home");
        page.keyboard().press("ArrowRight");
        assertThat(autodiff.timeline()).hasAttribute("aria-valuenow", "2");
        autodiff.input("x1").fill("4");
        assertThat(page.locator("bs-offline")).containsText("The server cannot be reached");
        assertThat(firstValue()).hasText("2.000");
        context().setOffline(false);
        assertThat(firstValue()).hasText("4.000");
        assertThat(page.locator("bs-offline")).not().containsText("reached");
    }

    private Locator firstValue() {
        return autodiff.primalTrace().locator("[data-step='0'] .number");
    }
}
