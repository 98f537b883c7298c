package backstep.browser;

import com.microsoft.playwright.Page;

/** What a place on a page says from frame to frame, each text once, in the order in which they came. */
record SeenTexts(Page page) {

    /** Looks at the place that a selector names from now on, in every frame. */
    static SeenTexts at(Page page, String selector) {
        page.evaluate("""
                (selector) => {
                  window.seen = new Set();
                  const look = () => {
                    window.seen.add(document.querySelector(selector).textContent);
                    requestAnimationFrame(look);
                  };
                  look();
                }""", selector);
        return new SeenTexts(page);
    }

    Object all() {
        return page.evaluate("[...window.seen]");
    }
}
