package backstep.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;

/** Answers that are kept from a page until they are let go. */
final class HeldAnswers {

    private final Page page;
    private final List<Route> held = new ArrayList<>();

    private HeldAnswers(Page page) {
        this.page = page;
    }

    /**
     * {@return the answers to all questions of a path that come from now on and say a word}
     *
     * @param path with stars for what may be anything
     */
    static HeldAnswers to(Page page, String path, String word) {
        HeldAnswers answers = new HeldAnswers(page);
        page.route(path, route -> {
            if (String.valueOf(route.request().postData()).contains(word)) {
                answers.held.add(route);
            } else {
                route.resume();
            }
        });
        return answers;
    }

    /** Waits for the first. */
    void awaitOne() {
        page.waitForCondition(() -> !held.isEmpty());
    }

    /** Lets them go, and waits until the page must have them. */
    void letGo() {
        held.forEach(Route::resume);
        page.evaluate("fetch('/health').then(() => new Promise(requestAnimationFrame)).then(() => null)");
    }
}
