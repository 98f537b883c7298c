package backstep.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;

/** How wide a page is. */
final class Widths {

    private Widths() {}

    static void assertNothingScrollsSideways(Page page) {
        Object overhang = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertEquals(0, overhang, "px by which the page is wider than the window");
    }
}
