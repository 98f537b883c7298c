package backstep.server;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.function.BiFunction;

/** {@code /api/network}: the pass over a network, its steps, where a number comes from, and what it is checked against. */
final class NetworkRoutes implements RouteGroup {

    private final HeldPasses held = new HeldPasses();

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post("/api/network/held", this::hold);
        answer(routes, "trace", NetworkQuestions.Trace.class, Backpropagation::trace);
        answer(routes, "outline", NetworkQuestions.Outline.class, Backpropagation::outline);
        answer(routes, "numbers", NetworkQuestions.Numbers.class, NetworkNumbers::answer);
        answer(routes, "steps", NetworkQuestions.Steps.class, Backpropagation::steps);
        answer(routes, "explain", NetworkQuestions.Explain.class, Backpropagation::explain);
        answer(routes, "check", NetworkQuestions.Nothing.class, (passed, _) -> Backpropagation.check(passed));
        answer(routes, "accumulated", NetworkQuestions.Accumulated.class, Backpropagation::accumulated);
        answer(routes, "wengert", NetworkQuestions.Wengert.class, Backpropagation::wengert);
        get(routes, "/api/network/gallery", ctx -> ctx.json(NetworkGallery.ENTRIES));
    }

    private void hold(Context ctx) {
        String id = held.hold(Body.experiment(ctx));
        ctx.status(HttpStatus.CREATED);
        send(ctx, new HeldAnswer(id));
    }

    private <T> void answer(RoutesConfig routes, String name, Class<T> question, BiFunction<Passed, T, Object> answer) {
        routes.post("/api/network/" + name, ctx -> {
            PassRequest<T> request = PassRequest.read(Body.experiment(ctx), question, held);
            send(ctx, answer.apply(request.passed(), request.question()));
        });
    }

    /** Writes an answer as it goes: with ten million weights it is longer than any string. */
    private static void send(Context ctx, Object answer) {
        ctx.contentType("application/json");
        Json.MAPPER.writeValue(ctx.outputStream(), answer);
    }
}
