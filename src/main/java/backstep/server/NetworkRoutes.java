package backstep.server;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.function.Function;

/** {@code /api/network}: the pass over a network, its steps, where a number comes from, and what it is checked against. */
final class NetworkRoutes implements RouteGroup {

    @Override
    public void addTo(RoutesConfig routes) {
        answer(routes, "trace", NetworkQuestions.Trace.class, Backpropagation::trace);
        answer(routes, "steps", NetworkQuestions.Steps.class, Backpropagation::steps);
        answer(routes, "explain", NetworkQuestions.Explain.class, Backpropagation::explain);
        answer(routes, "check", NetworkQuestions.Nothing.class, request -> Backpropagation.check(request.document()));
        answer(routes, "accumulated", NetworkQuestions.Accumulated.class, Backpropagation::accumulated);
        answer(routes, "wengert", NetworkQuestions.Wengert.class, Backpropagation::wengert);
        get(routes, "/api/network/gallery", ctx -> ctx.json(NetworkGallery.ENTRIES));
    }

    private static <T> void answer(
            RoutesConfig routes, String name, Class<T> question, Function<ExperimentRequest<T>, Object> answer) {
        routes.post("/api/network/" + name, ctx -> send(ctx, answer.apply(Body.readExperiment(ctx, question))));
    }

    /** Writes an answer as it goes: with ten million weights it is longer than any string. */
    private static void send(Context ctx, Object answer) {
        ctx.contentType("application/json");
        Json.MAPPER.writeValue(ctx.outputStream(), answer);
    }
}
