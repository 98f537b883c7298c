package backstep.server;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** {@code /api/training/sweeps}: an experiment over a grid of two settings. */
final class SweepRoutes implements RouteGroup {

    private static final String SWEEPS = "/api/training/sweeps";
    private static final String SWEEP = SWEEPS + "/{id}";

    private static final List<SweepSetting.Entry> SETTINGS =
            Arrays.stream(SweepSetting.values()).map(SweepSetting::entry).toList();

    private final Sweeps sweeps;

    SweepRoutes(TrainingRuns runs) {
        sweeps = new Sweeps(runs);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        get(routes, SWEEPS + "/settings", ctx -> ctx.json(SETTINGS));
        routes.post(SWEEPS, this::post);
        get(
                routes,
                SWEEPS,
                ctx -> answer(
                        ctx,
                        sweeps.all().stream()
                                .map(sweep -> sweep.answer().summary())
                                .toList()));
        get(routes, SWEEP, about(_ -> {}));
        routes.post(SWEEP + "/pause", about(sweeps::pause));
        routes.post(SWEEP + "/resume", about(sweeps::resume));
        routes.delete(SWEEP, this::delete);
    }

    private void post(Context ctx) {
        Sweep sweep = sweeps.start(Body.readExperiment(ctx, SweepRequest.class));
        ctx.status(HttpStatus.CREATED).header("Location", SWEEPS + "/" + sweep.id());
        answer(ctx, sweep.answer());
    }

    private void delete(Context ctx) {
        sweeps.delete(ctx.pathParam("id"));
        ctx.status(HttpStatus.NO_CONTENT);
    }

    private Handler about(Consumer<Sweep> change) {
        return ctx -> {
            Sweep sweep = sweeps.get(ctx.pathParam("id"));
            change.accept(sweep);
            sweep.note();
            answer(ctx, sweep.answer());
        };
    }

    private static void answer(Context ctx, Object answer) {
        ctx.contentType("application/json").header("Cache-Control", CachePolicy.NO_STORE.header());
        Json.MAPPER.writeValue(ctx.outputStream(), answer);
    }
}
