package backstep.server;

import backstep.linalg.Precision;
import backstep.server.RunAnswer.EngineAnswer;
import backstep.training.speed.Comparison;
import backstep.training.speed.Speed;
import backstep.training.speed.Timing;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.config.RoutesConfig;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** {@code /health}: 200 when the program can serve, with what can compute here and how fast that is, as far as it was measured. */
final class Health implements RouteGroup {

    private record Answer(
            String status, String version, EngineAnswer engine, GpuAnswer gpu, List<SpeedAnswer> speeds) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record GpuAnswer(
            boolean found,
            @Nullable String reason,
            @Nullable String name,
            @Nullable Long memory,
            @Nullable String driver,
            @Nullable String computeCapability,
            @Nullable String products) {

        static GpuAnswer of(Card card) {
            return switch (card) {
                case Card.There there ->
                    new GpuAnswer(
                            true,
                            null,
                            there.name(),
                            there.memory(),
                            there.driver(),
                            there.capability(),
                            there.products().get());
                case Card.Missing(String reason) -> new GpuAnswer(false, reason, null, null, null, null, null);
            };
        }
    }

    private record LineAnswer(double secondsPerOperation, double secondsPerFlop) {

        static LineAnswer of(Speed speed) {
            return new LineAnswer(speed.perOperation(), speed.perFlop());
        }
    }

    private record TrialAnswer(long flops, long operations, double ejml, double jcuda) {}

    private record SpeedAnswer(String precision, LineAnswer ejml, LineAnswer jcuda, List<TrialAnswer> trials) {

        static SpeedAnswer of(Map.Entry<Precision, Comparison> measured) {
            Comparison comparison = measured.getValue();
            return new SpeedAnswer(
                    measured.getKey().spelling(),
                    LineAnswer.of(comparison.ofProcessor()),
                    LineAnswer.of(comparison.ofDevice()),
                    IntStream.range(0, comparison.processor().size())
                            .mapToObj(k -> trial(comparison, k))
                            .toList());
        }

        private static TrialAnswer trial(Comparison comparison, int k) {
            Timing timing = comparison.processor().get(k);
            return new TrialAnswer(
                    timing.work().flops(),
                    timing.work().operations(),
                    timing.seconds(),
                    comparison.device().get(k).seconds());
        }
    }

    private final Engines engines;

    Health(Engines engines) {
        this.engines = engines;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        get(
                routes,
                "/health",
                ctx -> ctx.header("Cache-Control", CachePolicy.NO_STORE.header())
                        .json(answer()));
    }

    private Answer answer() {
        return new Answer(
                "ok",
                Version.current(),
                engines.usual(),
                GpuAnswer.of(engines.card()),
                engines.measured().entrySet().stream().map(SpeedAnswer::of).toList());
    }
}
