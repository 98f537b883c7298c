package backstep.server;

import backstep.server.RunAnswer.EngineAnswer;
import io.javalin.config.RoutesConfig;

/** {@code /health}: 200 when the program can serve. */
final class Health implements RouteGroup {

    private record Answer(String status, String version, EngineAnswer engine) {}

    @Override
    public void addTo(RoutesConfig routes) {
        get(
                routes,
                "/health",
                ctx -> ctx.header("Cache-Control", CachePolicy.NO_STORE.header())
                        .json(new Answer(
                                "ok", Version.current(), Engines.chosen(null).answer())));
    }
}
