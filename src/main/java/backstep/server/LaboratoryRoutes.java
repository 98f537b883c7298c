package backstep.server;

import io.javalin.config.RoutesConfig;

/** {@code /api/training/laboratories}: experiments on the common issues of training. */
final class LaboratoryRoutes implements RouteGroup {

    @Override
    public void addTo(RoutesConfig routes) {
        get(routes, "/api/training/laboratories", ctx -> ctx.json(Laboratories.ALL));
    }
}
