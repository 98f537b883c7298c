package backstep.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A browser as a test finds it: one that was never here. Tests share it, one after the other, as long as none changes more than
 * pages and what they store, so that the files which browsers keep are fetched once.
 */
final class Visit {

    /** All that a page can store, but not the files that the browser keeps. */
    private static final String STORED = "cookies,local_storage,indexeddb,cache_storage,service_workers,file_systems";

    private static @Nullable Visit shared;

    private final BrowserContext context;
    private final PageLog log;
    private final URI home;
    private boolean isShared;

    private Visit(Browser.NewContextOptions options, URI home, boolean isShared) {
        this.home = home;
        this.isShared = isShared;
        context = Browsers.browser().newContext(options);
        log = new PageLog(context, home);
    }

    /**
     * {@return a visit that nothing is left of}
     *
     * @param own what its browser is made with, if not with what all are made with
     */
    static Visit begin(Optional<Browser.NewContextOptions> own, Browser.NewContextOptions usual, URI home) {
        if (own.isPresent()) {
            return new Visit(own.get(), home, false);
        }
        if (shared == null || !shared.isShared) {
            shared = new Visit(usual, home, true);
        }
        shared.log.reset();
        return shared;
    }

    /** {@return its first page} */
    Page open() {
        Page page = context.newPage();
        CDPSession session = context.newCDPSession(page);
        JsonObject cleared = new JsonObject();
        cleared.addProperty("origin", home.resolve("/").toString());
        cleared.addProperty("storageTypes", STORED);
        session.send("Storage.clearDataForOrigin", cleared);
        session.detach();
        return page;
    }

    /** {@return the context, which no other test is to have from now on} */
    BrowserContext context() {
        isShared = false;
        return context;
    }

    PageLog log() {
        return log;
    }

    /** Closes what was opened, and {@return what went wrong meanwhile} */
    List<String> end() {
        if (isShared) {
            List.copyOf(context.pages()).forEach(Page::close);
        } else {
            context.close();
        }
        return log.complaints();
    }
}
