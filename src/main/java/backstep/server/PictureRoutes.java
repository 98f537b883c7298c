package backstep.server;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

/** {@code /api/training/runs/{id}/iterations/{k}/pictures}: what a run takes pictures for, and the way to step through one. */
final class PictureRoutes implements RouteGroup {

    private static final String PICTURES = "/api/training/runs/{id}/iterations/{k}/pictures";

    private final TrainingRuns runs;

    PictureRoutes(TrainingRuns runs) {
        this.runs = runs;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        get(routes, PICTURES, this::pictures);
        get(routes, PICTURES + "/{picture}/experiment", this::experiment);
    }

    private void pictures(Context ctx) {
        LiveRun run = runs.get(ctx.pathParam("id"));
        int k = Iterations.read(run, ctx.pathParam("k"));
        int count = Within.of("/count", number("/count", ctx.queryParam("count")), 1, Pictures.MOST, Pictures.USUAL);
        answer(ctx, new Pictures(run).at(k, count));
    }

    private void experiment(Context ctx) {
        LiveRun run = runs.get(ctx.pathParam("id"));
        int k = Iterations.read(run, ctx.pathParam("k"));
        Integer picture = number("/picture", ctx.pathParam("picture"));
        answer(ctx, new Pictures(run).experiment(k, picture == null ? 0 : picture));
    }

    private static @Nullable Integer number(String pointer, @Nullable String text) {
        try {
            return text == null ? null : Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw new InvalidRequest(pointer, pointer + ": must be a whole number, was \"" + text + "\"");
        }
    }

    private static void answer(Context ctx, Object answer) {
        ctx.header("Cache-Control", CachePolicy.NO_STORE.header());
        ctx.json(answer);
    }
}
