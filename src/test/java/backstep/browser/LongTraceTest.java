package backstep.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An expression of 200 operations. */
class LongTraceTest extends BrowserTest {

    private AutodiffPage autodiff;

    @BeforeEach
    void openALongTrace() {
        String expression = IntStream.range(0, 40)
                .mapToObj(k -> "sin(x1*x" + (1 + k % 4) + "+x2)*x" + (2 + k % 3))
                .collect(Collectors.joining("+"));
        open("/autodiff?x=1,2,3,4&e=" + URLEncoder.encode(expression, StandardCharsets.UTF_8));
        autodiff = new AutodiffPage(page);
        page.waitForSelector("tr[aria-current=step]", new Page.WaitForSelectorOptions().setTimeout(60_000));
        assertTrue(steps() > 500, steps() + " steps");
    }

    @Test
    void theCurrentRowStaysInViewAndThePageStays() {
        BoundingBox track = autodiff.timeline().boundingBox();
        double middle = track.y + track.height / 2;
        page.mouse().move(track.x, middle);
        page.mouse().down();
        for (double part = 0.1; part < 1; part += 0.1) {
            page.mouse().move(track.x + track.width * part, middle);
            assertInView(page.locator("tr[aria-current=step]"));
        }
        page.mouse().up();
        assertEquals(0, page.evaluate("scrollY"));
    }

    @Test
    void theCurrentNodeStaysInView() {
        for (int part = 0; part < 5; part++) {
            page.keyboard().press("Shift+ArrowRight");
            assertInFrame();
            page.keyboard().press("ArrowLeft");
            assertInFrame();
        }
        page.keyboard().press("b");
        for (int step = 0; step < 12; step++) {
            page.keyboard().press("ArrowRight");
            assertInFrame();
        }
    }

    @Test
    void theMathematicsOfARowIsThereWhenItIsSeen() {
        page.keyboard().press("End");
        Locator row = page.locator("tr[aria-current=step]");
        assertThat(row.locator(".operation .katex")).isVisible();
        assertThat(row.locator(".operation math")).hasCount(1);
    }

    @Test
    void theWholeGraphCanBeSeen() {
        autodiff.button("Whole graph").click();
        BoundingBox frame = page.locator(".graph-frame").boundingBox();
        for (int node : new int[] {0, 50, 120, 200}) {
            BoundingBox box = page.locator(".circle").nth(node).boundingBox();
            assertTrue(box.x >= frame.x - 1 && box.x + box.width <= frame.x + frame.width + 1, "node " + node);
            assertTrue(box.y >= frame.y - 1 && box.y + box.height <= frame.y + frame.height + 1, "node " + node);
        }
    }

    @Test
    void theLocalDerivativeOfADenseGraphIsShownOnTheLitEdgeOnly() {
        page.keyboard().press("b");
        page.keyboard().press("ArrowRight");
        assertThat(page.locator(".edge-label:visible")).hasCount(1);
    }

    private int steps() {
        return Integer.parseInt(autodiff.timeline().getAttribute("aria-valuemax"));
    }

    private void assertInFrame() {
        page.waitForCondition(() -> {
            BoundingBox frame = page.locator(".graph-frame").boundingBox();
            BoundingBox box = page.locator(".node.current .circle").boundingBox();
            return box.x >= frame.x
                    && box.x + box.width <= frame.x + frame.width
                    && box.y >= frame.y
                    && box.y + box.height <= frame.y + frame.height;
        });
    }

    private void assertInView(Locator row) {
        page.waitForCondition(() -> {
            BoundingBox box = row.boundingBox();
            return box.y > 0
                    && box.y + box.height <= page.locator("bs-timeline").boundingBox().y;
        });
    }
}
