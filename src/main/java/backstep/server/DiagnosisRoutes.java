package backstep.server;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

/** {@code /api/training/runs/{id}/diagnosis}: what ails a run, and what helps. */
final class DiagnosisRoutes implements RouteGroup {

    private final TrainingRuns runs;

    DiagnosisRoutes(TrainingRuns runs) {
        this.runs = runs;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        get(routes, "/api/training/runs/{id}/diagnosis", this::answer);
    }

    private void answer(Context ctx) {
        LiveRun run = runs.get(ctx.pathParam("id"));
        ctx.header("Cache-Control", CachePolicy.NO_STORE.header());
        ctx.json(new DiagnosisWriter(run, iteration(run, ctx.queryParam("iteration"))).write());
    }

    private static int iteration(LiveRun run, @Nullable String asked) {
        return asked == null ? run.look(now -> now.iteration()) : Iterations.read(run, "/iteration", asked);
    }
}
