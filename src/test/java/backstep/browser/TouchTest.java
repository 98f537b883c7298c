package backstep.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.options.BoundingBox;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Fingers on the graph. */
class TouchTest extends BrowserTest {

    private AutodiffPage autodiff;
    private CDPSession touch;
    private double x;
    private double y;

    @Override
    Device device() {
        return Device.PHONE;
    }

    @BeforeEach
    void openInTheMiddle() {
        open("/autodiff?s=10");
        autodiff = new AutodiffPage(page);
        assertStep(10);
        touch = context().newCDPSession(page);
        BoundingBox graph = autodiff.graph().boundingBox();
        x = graph.x + graph.width / 2;
        y = graph.y + graph.height * 0.75;
    }

    @Test
    void aSwipeToTheLeftGoesOn() {
        swipe(-90, 4);
        assertStep(11);
    }

    @Test
    void aSwipeToTheRightGoesBack() {
        swipe(90, -4);
        assertStep(9);
    }

    @Test
    void aMoveUpOrDownScrollsAndDoesNotStep() {
        swipe(10, -90);
        page.waitForFunction("scrollY > 0");
        page.keyboard().press("ArrowRight");
        assertStep(11);
    }

    @Test
    void twoFingersZoom() {
        String before = stage();
        touch("touchStart", x - 20, y, x + 20, y);
        for (int apart = 30; apart <= 80; apart += 10) {
            touch("touchMove", x - apart, y, x + apart, y);
        }
        touch("touchEnd");
        assertThat(page.locator(".graph-stage")).not().hasAttribute("style", Pattern.compile(Pattern.quote(before)));
        assertThat(page.locator(".zoom")).isVisible();
        assertStep(10);
    }

    private String stage() {
        return page.locator(".graph-stage").getAttribute("style");
    }

    private void swipe(double dx, double dy) {
        touch("touchStart", x, y);
        for (int part = 1; part <= 6; part++) {
            touch("touchMove", x + dx * part / 6, y + dy * part / 6);
        }
        touch("touchEnd");
    }

    private void touch(String type, double... places) {
        JsonArray points = new JsonArray();
        for (int k = 0; k < places.length; k += 2) {
            JsonObject point = new JsonObject();
            point.addProperty("x", places[k]);
            point.addProperty("y", places[k + 1]);
            point.addProperty("id", k);
            points.add(point);
        }
        JsonObject event = new JsonObject();
        event.addProperty("type", type);
        event.add("touchPoints", points);
        touch.send("Input.dispatchTouchEvent", event);
    }

    private void assertStep(int step) {
        assertThat(autodiff.timeline()).hasAttribute("aria-valuenow", String.valueOf(step));
    }
}
