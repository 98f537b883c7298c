package backstep.server;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.websocket.WsCloseStatus;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsContext;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Lets runs be watched over sockets: frames go to the browser, wishes come from it. */
final class WatchSockets {

    private static final String PATH = "/api/training/runs/{id}/watch";
    private static final String WATCHER = "watcher";
    private static final int SECONDS_BETWEEN_PINGS = 10;

    private final TrainingRuns runs;

    WatchSockets(TrainingRuns runs) {
        this.runs = runs;
    }

    void addTo(RoutesConfig routes) {
        routes.wsBeforeUpgrade(PATH, this::require);
        routes.ws(PATH, this::configure);
    }

    /** The run must be there, and another site's pages must not look through this one's user. */
    private void require(Context ctx) {
        runs.get(ctx.pathParam("id"));
        String origin = ctx.header("Origin");
        if (origin != null && !isHost(origin, ctx.header("Host"))) {
            throw new ForbiddenResponse("Pages of " + origin + " may not watch runs here.");
        }
    }

    private static boolean isHost(String origin, @Nullable String host) {
        try {
            return URI.create(origin).getRawAuthority().equals(host);
        } catch (IllegalArgumentException | NullPointerException e) {
            return false;
        }
    }

    private void configure(WsConfig socket) {
        socket.onConnect(this::open);
        socket.onMessage(ctx -> listen(ctx, ctx.message()));
        socket.onClose(WatchSockets::close);
        socket.onError(WatchSockets::close);
    }

    /** The run may have been deleted since it was looked for. */
    private void open(WsContext ctx) {
        Optional<LiveRun> found = runs.find(ctx.pathParam("id"));
        if (found.isEmpty()) {
            ctx.closeSession(WsCloseStatus.NORMAL_CLOSURE, "The run was deleted.");
            return;
        }
        LiveRun run = found.get();
        Watcher watcher = new Watcher(run, ctx::send);
        ctx.attribute(WATCHER, watcher);
        ctx.enableAutomaticPings(SECONDS_BETWEEN_PINGS, TimeUnit.SECONDS);
        run.audience().arrive();
        Thread.ofVirtual().name("watch-" + run.id()).start(() -> {
            try {
                watcher.watch();
            } finally {
                run.audience().leave();
                ctx.closeSession(WsCloseStatus.NORMAL_CLOSURE, run.isClosed() ? "The run was deleted." : "");
            }
        });
    }

    private static void listen(WsContext ctx, String message) {
        Watcher watcher = ctx.attribute(WATCHER);
        if (watcher == null) {
            return;
        }
        try {
            watcher.ask(Json.read(message.getBytes(StandardCharsets.UTF_8), WatchRequest.class));
        } catch (InvalidRequest e) {
            ctx.send(Json.write(Map.of("problem", Problems.invalid(e))));
        }
    }

    private static void close(WsContext ctx) {
        Watcher watcher = ctx.attribute(WATCHER);
        if (watcher != null) {
            watcher.close();
        }
    }
}
