package backstep.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.WebError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What went wrong in a browser while a test looked on: errors on the console, to which Chromium adds each answer of 400 and more, and
 * requests that failed, as all to other hosts do. It listens to nothing that goes well: hundreds of messages for each page.
 */
final class PageLog implements AutoCloseable {

    private final BrowserContext context;
    private final Consumer<ConsoleMessage> console = this::onConsole;
    private final Consumer<WebError> error = thrown -> complain("uncaught: " + thrown.error());
    private final Consumer<Request> failure = this::onFailure;
    private final List<String> complaints = new ArrayList<>();
    private final Set<Integer> expectedStatuses = new HashSet<>();
    private boolean offline;

    PageLog(BrowserContext context) {
        this.context = context;
        context.onConsoleMessage(console);
        context.onWebError(error);
        context.onRequestFailed(failure);
    }

    /** Listens no longer. */
    @Override
    public void close() {
        context.offConsoleMessage(console);
        context.offWebError(error);
        context.offRequestFailed(failure);
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

    private void complain(String complaint) {
        complaints.add(complaint);
    }

    private void onConsole(ConsoleMessage message) {
        if (message.type().equals("error") && !isExpected(message.text())) {
            complain("console: " + message.text() + " (" + message.location() + ")");
        }
    }

    private boolean isExpected(String text) {
        if (!text.startsWith("Failed to load resource:")) {
            return false;
        }
        return (offline && text.contains("net::"))
                || expectedStatuses.stream().anyMatch(status -> text.contains("status of " + status));
    }

    /** A page may give up a request whose answer nobody needs any more. */
    private void onFailure(Request request) {
        if (!offline && !"net::ERR_ABORTED".equals(request.failure())) {
            complain("no answer: " + request.method() + " " + request.url() + " " + request.failure());
        }
    }
}
