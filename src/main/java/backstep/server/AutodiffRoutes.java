package backstep.server;

import io.javalin.config.RoutesConfig;

/** {@code /api/autodiff}: what an expression reads, both its traces, its steps, and where a number comes from. */
final class AutodiffRoutes implements RouteGroup {

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post(
                "/api/autodiff/expression",
                ctx -> ctx.json(Autodiff.expression(Body.read(ctx, ExpressionRequest.class))));
        routes.post("/api/autodiff/trace", ctx -> ctx.json(Autodiff.trace(Body.read(ctx, TraceRequest.class))));
        routes.post("/api/autodiff/steps", ctx -> ctx.json(Autodiff.steps(Body.read(ctx, StepsRequest.class))));
        routes.post("/api/autodiff/explain", ctx -> ctx.json(Autodiff.explain(Body.read(ctx, ExplainRequest.class))));
        get(routes, "/api/autodiff/gallery", ctx -> ctx.json(Gallery.ENTRIES));
    }
}
