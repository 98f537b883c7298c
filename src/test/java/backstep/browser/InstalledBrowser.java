package backstep.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks for a browser that is there already. */
final class InstalledBrowser {

    /** First the one without a window of its own, which is the quickest. */
    private static final List<Path> USUAL = Stream.of(
                    "/usr/bin/chromium-headless-shell",
                    "/usr/bin/chromium",
                    "/usr/bin/chromium-browser",
                    "/usr/bin/google-chrome",
                    "/usr/bin/google-chrome-stable",
                    "/snap/bin/chromium",
                    "/Applications/Chromium.app/Contents/MacOS/Chromium",
                    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
                    "C:/Program Files/Google/Chrome/Application/chrome.exe")
            .map(Path::of)
            .toList();

    private InstalledBrowser() {}

    /** {@return the environment's choice, else an installed one, empty where Playwright has to bring its own} */
    static Optional<Path> find(Map<String, String> environment) {
        return find(environment, USUAL);
    }

    static Optional<Path> find(Map<String, String> environment, List<Path> usual) {
        String chosen = environment.get("BACKSTEP_CHROMIUM");
        if (chosen == null) {
            return usual.stream().filter(Files::isExecutable).findFirst();
        }
        if (!Files.isExecutable(Path.of(chosen))) {
            throw new AssertionError("BACKSTEP_CHROMIUM is " + chosen + ", where there is no program.");
        }
        return Optional.of(Path.of(chosen));
    }
}
