package backstep.cli;

import backstep.server.Server;
import backstep.server.ServerOptions;
import backstep.server.WebSource;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code serve}: the web application, until Ctrl-C. */
@Command(name = "serve", description = "Serve the web application until Ctrl-C.")
final class Serve implements Callable<Integer> {

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = ServerOptions.LOOPBACK,
            description = "Listen on this address (default: ${DEFAULT-VALUE}, which only this machine reaches).")
    private String host = ServerOptions.LOOPBACK;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "7070",
            description = "Listen on this port, 0 for any free one (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--dev", description = "Read the folder web/ from disk, so that a change shows on reload.")
    private boolean dev;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        try (Server server = Server.start(options())) {
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            spec.commandLine().getOut().println("Backstep is at " + server.url() + " (Ctrl-C ends it)");
            spec.commandLine().getOut().flush();
            new CountDownLatch(1).await();
            return 0;
        }
    }

    private ServerOptions options() {
        try {
            return new ServerOptions(
                    host, port, dev ? new WebSource.Folder(home().resolve("web")) : new WebSource.Packed());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "serve: " + e.getMessage());
        }
    }

    /** The folder of the sources, which the launcher knows. */
    private static Path home() {
        return Path.of(System.getProperty("backstep.home", "."));
    }
}
