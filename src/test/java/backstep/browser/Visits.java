package backstep.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;

/**
 * Tests visit a server one after another in the same tab, as a reader does who comes back. What pages are made of, a hundred files
 * and more, stays in the cache and translated, so that a page opens in a third of the time. Nothing else stays of a visit.
 */
final class Visits {

    private static final String KEPT_BY_PAGES = "cookies,local_storage,indexeddb,cache_storage,service_workers";

    private static final Map<Device, Page> TABS = new EnumMap<>(Device.class);

    private Visits() {}

    /** {@return the tab of a browser that knows nothing of any server but its files; one visit at a time for each device} */
    static Page begin(Device device) {
        return TABS.compute(
                device,
                (_, tab) -> tab == null || tab.isClosed()
                        ? Browsers.browser().newContext(device.options()).newPage()
                        : tab);
    }

    /** Leaves the server, and forgets the visit and what it was allowed; a tab that does not answer any more is not used again. */
    static void end(Device device, Page tab, URI server) {
        BrowserContext context = tab.context();
        try {
            context.pages().stream().filter(page -> page != tab).forEach(Page::close);
            context.setOffline(false);
            context.clearPermissions();
            tab.unrouteAll();
            tab.navigate(server.resolve("/health").toString());
            tab.evaluate("sessionStorage.clear()");
            forget(tab, server);
            reset(tab, device);
        } catch (PlaywrightException e) {
            context.close();
            throw e;
        }
    }

    private static void forget(Page tab, URI server) {
        CDPSession session = tab.context().newCDPSession(tab);
        JsonObject kept = new JsonObject();
        kept.addProperty("origin", "http://" + server.getAuthority());
        kept.addProperty("storageTypes", KEPT_BY_PAGES);
        session.send("Storage.clearDataForOrigin", kept);
        session.send("Page.resetNavigationHistory");
        session.detach();
    }

    private static void reset(Page tab, Device device) {
        tab.setViewportSize(device.width(), device.height());
        tab.emulateMedia(new Page.EmulateMediaOptions()
                .setColorScheme(null)
                .setReducedMotion(null)
                .setForcedColors(null)
                .setContrast(null)
                .setMedia(null));
        tab.mouse().up();
        tab.mouse().move(0, 0);
    }
}
