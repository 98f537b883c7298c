package backstep.server;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.util.function.Consumer;
import java.util.function.Function;

/** {@code /api/training}: runs, how they go, and any moment of them. */
final class TrainingRoutes implements RouteGroup {

    private static final String RUNS = "/api/training/runs";
    private static final String RUN = RUNS + "/{id}";
    private static final String MOMENT = RUN + "/iterations/{k}";

    private static final double SLOWEST = 0.1;
    private static final double FASTEST = 100_000;

    private final TrainingRuns runs;
    private final TrainingStart start;
    private final Differences differences = new Differences();

    TrainingRoutes(TrainingRuns runs) {
        this.runs = runs;
        start = new TrainingStart(runs);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        get(routes, "/api/training/datasets", ctx -> answer(ctx, DataSets.ENTRIES));
        routes.post(RUNS, this::post);
        get(
                routes,
                RUNS,
                ctx -> answer(ctx, runs.all().stream().map(RunSummary::of).toList()));
        get(routes, RUN, about(run -> new RunWriter(run).write()));
        routes.delete(RUN, this::delete);
        routes.post(RUN + "/pause", change(run -> run.pause(null)));
        routes.post(RUN + "/resume", change(runs::resume));
        routes.post(RUN + "/step", change(LiveRun::step));
        routes.post(RUN + "/pace", this::pace);
        routes.get(RUN + "/events", ctx -> EventStream.send(ctx, run(ctx)));
        get(routes, MOMENT, ctx -> answer(ctx, moments(ctx).at(k(ctx), "true".equals(ctx.queryParam("state")))));
        get(routes, MOMENT + "/experiment", ctx -> answer(ctx, moments(ctx).next(k(ctx))));
        get(routes, MOMENT + "/weight", ctx -> answer(ctx, moments(ctx).weight(k(ctx), ctx.queryParam("address"))));
        get(
                routes,
                MOMENT + "/difference",
                ctx -> answer(
                        ctx, differences.at(run(ctx), k(ctx), ctx.queryParam("against"), ctx.queryParam("entries"))));
        new WatchSockets(runs).addTo(routes);
    }

    private void post(Context ctx) {
        LiveRun run = start.of(Body.readExperiment(ctx, TrainingQuestions.Start.class));
        ctx.status(HttpStatus.CREATED).header("Location", RUNS + "/" + run.id());
        answer(ctx, new RunWriter(run).write());
    }

    private void pace(Context ctx) {
        LiveRun run = run(ctx);
        Double perSecond = Body.read(ctx, TrainingQuestions.Pace.class).updatesPerSecond();
        if (perSecond != null && !(perSecond >= SLOWEST && perSecond <= FASTEST)) {
            throw new InvalidRequest("/updatesPerSecond", "/updatesPerSecond: must be 0.1 to 100000, was " + perSecond);
        }
        run.setTempo(perSecond);
        answer(ctx, RunSummary.of(run));
    }

    private void delete(Context ctx) {
        runs.delete(ctx.pathParam("id"));
        ctx.status(HttpStatus.NO_CONTENT);
    }

    private Handler change(Consumer<LiveRun> change) {
        return about(run -> {
            change.accept(run);
            return RunSummary.of(run);
        });
    }

    private Handler about(Function<LiveRun, Object> answer) {
        return ctx -> answer(ctx, answer.apply(run(ctx)));
    }

    private LiveRun run(Context ctx) {
        return runs.get(ctx.pathParam("id"));
    }

    private Moments moments(Context ctx) {
        return new Moments(run(ctx));
    }

    private int k(Context ctx) {
        return Iterations.read(run(ctx), ctx.pathParam("k"));
    }

    /** Writes an answer as it goes: with ten million weights it is longer than any string. */
    private static void answer(Context ctx, Object answer) {
        ctx.contentType("application/json").header("Cache-Control", CachePolicy.NO_STORE.header());
        Json.MAPPER.writeValue(ctx.outputStream(), answer);
    }
}
