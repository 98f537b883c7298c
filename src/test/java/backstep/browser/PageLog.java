package backstep.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What went wrong in a browser while a test looked on: errors on the console, requests that failed or left the house. */
final class PageLog {

    private final URI home;
    private final List<String> complaints = new ArrayList<>();
    private final Set<Integer> expectedStatuses = new HashSet<>();
    private boolean offline;

    PageLog(BrowserContext context, URI home) {
        this.home = home;
        context.onConsoleMessage(this::onConsole);
        context.onWebError(error -> complaints.add("uncaught: " + error.error()));
        context.onRequest(this::onRequest);
        context.onRequestFailed(this::onFailure);
        context.onResponse(this::onResponse);
    }

    /** From now on answers of this status are what the test is about. */
    void expectStatus(int status) {
        expectedStatuses.add(status);
    }

    /** From now on requests cannot be answered, and the test is about that. */
    void expectOffline() {
        offline = true;
    }

    List<String> complaints() {
        return List.copyOf(complaints);
    }

    private void onConsole(ConsoleMessage message) {
        if (message.type().equals("error") && !isExpected(message.text())) {
            complaints.add("console: " + message.text() + " (" + message.location() + ")");
        }
    }

    /** Chromium itself writes a line for every answer of 400 and more, and for every request without one. */
    private boolean isExpected(String text) {
        if (!text.startsWith("Failed to load resource:")) {
            return false;
        }
        return (offline && text.contains("net::"))
                || expectedStatuses.stream().anyMatch(status -> text.contains("status of " + status));
    }

    private void onRequest(Request request) {
        URI uri = URI.create(request.url().split("[?#]", 2)[0]);
        boolean inside = "data".equals(uri.getScheme()) || "blob".equals(uri.getScheme());
        if (!inside && !home.getAuthority().equals(uri.getAuthority())) {
            complaints.add("another host was asked: " + request.url());
        }
    }

    /** A page may give up a request whose answer nobody needs any more. */
    private void onFailure(Request request) {
        if (!offline && !"net::ERR_ABORTED".equals(request.failure())) {
            complaints.add("no answer: " + request.method() + " " + request.url() + " " + request.failure());
        }
    }

    private void onResponse(Response response) {
        if (response.status() >= 400 && !expectedStatuses.contains(response.status())) {
            complaints.add(
                    "answer " + response.status() + ": " + response.request().method() + " " + response.url());
        }
    }
}
