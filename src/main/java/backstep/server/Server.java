package backstep.server;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.json.JavalinJackson3;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.UnresolvedAddressException;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ServerConnector;

/** The web application, running. */
public final class Server implements AutoCloseable {

    private final Javalin javalin;
    private final URI url;
    private final TrainingRuns runs;

    private Server(Javalin javalin, URI url, TrainingRuns runs) {
        this.javalin = javalin;
        this.url = url;
        this.runs = runs;
    }

    /**
     * {@return a server that can already serve}
     *
     * @throws CannotListen where the address is taken, or none of this machine's
     */
    public static Server start(ServerOptions options) {
        TrainingRuns runs = TrainingRuns.ofThisMachine();
        Javalin javalin = Javalin.create(config -> configure(config, options, runs));
        try {
            javalin.start();
        } catch (UncheckedIOException e) {
            runs.close();
            throw new CannotListen(reason(options, e), e);
        }
        Thread.ofPlatform().daemon().name("warm-up").start(Autodiff::warmUp);
        Thread.ofPlatform().daemon().name("graphics card").start(Engines.ofThisMachine()::card);
        return new Server(javalin, url(options.host(), javalin.port()), runs);
    }

    /** {@return the address to open, such as {@code http://127.0.0.1:7070}} */
    public URI url() {
        return url;
    }

    @Override
    public void close() {
        runs.close();
        javalin.stop();
    }

    private static List<RouteGroup> routeGroups(WebSource web, TrainingRuns runs) {
        Map<String, Library> libraries = Library.all();
        WebFiles webFiles = new WebFiles(web);
        ImportMap importMap = ImportMap.of(libraries, webFiles.root());
        Pages pages = new Pages(web, webFiles.root(), libraries, importMap);
        return List.of(
                new SecurityHeaders(importMap),
                new Problems(pages),
                new Health(Engines.ofThisMachine()),
                new AutodiffRoutes(),
                new NetworkRoutes(),
                new StudyRoutes(runs),
                new TrainingRoutes(runs),
                new DiagnosisRoutes(runs),
                new PictureRoutes(runs),
                new SweepRoutes(runs),
                new OpenApi(),
                pages,
                webFiles,
                new Libraries(libraries));
    }

    static void configure(JavalinConfig config, ServerOptions options, TrainingRuns runs) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = true;
        config.http.prefer405over404 = true;
        config.jsonMapper(new JavalinJackson3(Json.MAPPER, true));
        config.router.javaLangErrorHandler(Problems::failed);
        config.jetty.modifyServer(server -> server.setErrorHandler(new RawErrors()));
        config.jetty.addConnector((server, http) -> connector(server, http, options));
        routeGroups(options.web(), runs).forEach(group -> group.addTo(config.routes));
    }

    /** Bound before anything else starts, so that a taken port is known at once and nothing has to be taken down again. */
    private static ServerConnector connector(
            org.eclipse.jetty.server.Server server, HttpConfiguration http, ServerOptions options) {
        http.addCustomizer(new Uncompressed());
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(options.host());
        connector.setPort(options.port());
        try {
            connector.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return connector;
    }

    private static String reason(ServerOptions options, Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message =
                cause instanceof UnresolvedAddressException ? "no such name" : String.valueOf(cause.getMessage());
        return switch (message) {
            case "Address already in use" ->
                "Port " + options.port() + " is taken: stop what listens there, or choose another"
                        + " one with --port (0 takes any free one).";
            case "Permission denied" ->
                "Port " + options.port() + " is for administrators: choose one from 1024 with --port.";
            default ->
                "Cannot listen on " + options.host() + " (" + message
                        + "): choose an address of this machine with --host.";
        };
    }

    private static URI url(String host, int port) {
        String name = switch (host) {
            case "0.0.0.0", "::", "[::]" -> "localhost";
            default -> host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
        };
        return URI.create("http://" + name + ":" + port);
    }
}
