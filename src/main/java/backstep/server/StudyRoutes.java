package backstep.server;

import backstep.experiment.Experiment;
import backstep.export.PyTorchScript;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

/** {@code /api/training}: what can be learned from experiments and runs, beside running them. */
final class StudyRoutes implements RouteGroup {

    private static final int COARSEST = 3;
    private static final int FINEST = 61;
    private static final int USUAL = 25;
    private static final int MOST_SEED = 1_000_000;

    private final TrainingRuns runs;
    private final Branches branches;

    StudyRoutes(TrainingRuns runs) {
        this.runs = runs;
        branches = new Branches(runs);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        get(routes, "/api/training/laboratories", ctx -> ctx.json(Laboratories.ALL));
        routes.post("/api/training/code", ctx -> ctx.json(code(ctx)));
        routes.post(
                "/api/training/approximation",
                ctx -> ctx.json(Approximation.of(Body.read(ctx, ApproximationRequest.class))));
        get(routes, "/api/training/runs/{id}/surface", ctx -> ctx.json(surface(ctx)));
    }

    private CodeAnswer code(Context ctx) {
        ExperimentRequest<TrainingQuestions.Code> request = Body.readExperiment(ctx, TrainingQuestions.Code.class);
        Experiment experiment = Experiment.of(branches.of(request.question().branch(), request.document()));
        return new CodeAnswer("python", PyTorchScript.of(experiment.plan()));
    }

    private SurfaceAnswer surface(Context ctx) {
        @Nullable String with = ctx.queryParam("with");
        int resolution = Within.of("/resolution", number(ctx, "resolution"), COARSEST, FINEST, USUAL);
        int seed = Within.of("/seed", number(ctx, "seed"), 0, MOST_SEED, 1);
        return new Surfaces(runs.get(ctx.pathParam("id")), with == null ? null : runs.get(with)).look(resolution, seed);
    }

    private static @Nullable Integer number(Context ctx, String name) {
        @Nullable String text = ctx.queryParam(name);
        if (text == null) {
            return null;
        }
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw new InvalidRequest("/" + name, "/" + name + ": must be a whole number, was \"" + text + "\"");
        }
    }
}
