package backstep.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The one browser of a test run: the environment's choice, else an installed one, else Playwright's own download. */
final class Browsers {

    static final String HOW_TO_INSTALL =
            "No Chromium or Chrome was found: install one (on Debian: apt-get install chromium), or set BACKSTEP_CHROMIUM"
                    + " to where it is.";

    private static final List<String> ARGUMENTS = List.of(
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            // Whatever a page asks of another host fails.
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1");

    private static final Path NODE = Path.of("/usr/bin/node");

    private static Browser browser;
    private static AssertionError missing;

    private Browsers() {}

    static synchronized Browser browser() {
        if (missing != null) {
            throw missing;
        }
        if (browser == null) {
            try {
                browser = launch();
            } catch (AssertionError none) {
                missing = none;
                throw none;
            }
        }
        return browser;
    }

    private static Browser launch() {
        Optional<Path> installed = InstalledBrowser.find(System.getenv());
        if (installed.isEmpty()) {
            download();
        }
        Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment()));
        BrowserType.LaunchOptions options = new BrowserType.LaunchOptions().setArgs(arguments());
        installed.ifPresent(options::setExecutablePath);
        Browser browser = playwright.chromium().launch(options);
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        return browser;
    }

    private static List<String> arguments() {
        List<String> arguments = new ArrayList<>(ARGUMENTS);
        if ("root".equals(System.getProperty("user.name"))) {
            arguments.add("--no-sandbox");
        }
        return arguments;
    }

    private static Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        if (Files.isExecutable(NODE)) {
            environment.put("PLAYWRIGHT_NODEJS_PATH", NODE.toString());
        }
        return environment;
    }

    /** Chromium alone; left to itself Playwright would download three browsers. */
    private static void download() {
        ProcessBuilder install = new ProcessBuilder(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                "-cp",
                System.getProperty("java.class.path"),
                "com.microsoft.playwright.CLI",
                "install",
                "chromium");
        install.environment().putAll(environment());
        install.environment().remove("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD");
        install.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        try {
            if (install.start().waitFor() != 0) {
                throw new AssertionError(HOW_TO_INSTALL);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(HOW_TO_INSTALL, e);
        } catch (InterruptedException e) {
            throw new AssertionError(HOW_TO_INSTALL, e);
        }
    }
}
