package backstep.experiment;

import backstep.network.InvalidNetwork;
import backstep.training.Constant;
import backstep.training.Cosine;
import backstep.training.Exponential;
import backstep.training.Schedule;
import backstep.training.StepDecay;
import backstep.training.WarmupCosine;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** How the learning rate changes, as it is written down. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ScheduleDocument(
        @Nullable Type type,
        @Nullable Integer stepSize,
        @Nullable Double gamma,
        @Nullable Integer tMax,
        @Nullable Double etaMin,
        @Nullable Integer warmup,
        Schedule.@Nullable Per per) {

    /** The schedules there are. */
    public enum Type {
        /** Always the same. */
        CONSTANT,
        /** A factor after so many. */
        STEP,
        /** A factor after each. */
        EXPONENTIAL,
        /** Down along a cosine. */
        COSINE,
        /** Up along a line, then down along a cosine. */
        WARMUP_COSINE;

        /** {@return the name of the schedule in documents} */
        String spelling() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private static final String PLACE = "training/schedule";

    private static final Map<String, List<String>> CONSTANTS = new TreeMap<>(Map.of(
            "constant", List.of(),
            "step", List.of("stepSize", "gamma", "per"),
            "exponential", List.of("gamma", "per"),
            "cosine", List.of("tMax", "etaMin", "per"),
            "warmup-cosine", List.of("warmup", "tMax", "etaMin", "per")));

    /** What a rate is multiplied by after so many, where a document is silent: PyTorch's factor. */
    private static final double USUAL_GAMMA = 0.1;

    /**
     * {@return the schedule that is described}
     *
     * @param length how often each clock advances in the whole run
     * @throws InvalidNetwork where a constant is missing, out of its range, or of another schedule
     */
    Schedule schedule(ToIntFunction<Schedule.Per> length) {
        Type chosen = type == null ? Type.CONSTANT : type;
        requireOwnConstants(chosen);
        Schedule.Per clock = per == null ? Schedule.Per.EPOCH : per;
        return switch (chosen) {
            case CONSTANT -> new Constant();
            case STEP -> new StepDecay(given("stepSize", stepSize), Usual.or(gamma, USUAL_GAMMA), clock);
            case EXPONENTIAL -> new Exponential(given("gamma", gamma), clock);
            case COSINE -> new Cosine(Usual.or(tMax, length.applyAsInt(clock)), Usual.or(etaMin, 0), clock);
            case WARMUP_COSINE ->
                new WarmupCosine(
                        given("warmup", warmup), Usual.or(tMax, length.applyAsInt(clock)), Usual.or(etaMin, 0), clock);
        };
    }

    private void requireOwnConstants(Type chosen) {
        new Constants(PLACE, CONSTANTS)
                .with("stepSize", stepSize)
                .with("gamma", gamma)
                .with("tMax", tMax)
                .with("etaMin", etaMin)
                .with("warmup", warmup)
                .with("per", per)
                .requireOf(chosen.spelling());
    }

    private static <T extends Number> T given(String name, @Nullable T number) {
        if (number == null) {
            throw new InvalidNetwork(PLACE + "/" + name, "is missing; this schedule needs it");
        }
        return number;
    }

    /** {@return a schedule as it is written down, with all its constants} */
    static ScheduleDocument of(Schedule schedule) {
        return switch (schedule) {
            case Constant() -> new ScheduleDocument(Type.CONSTANT, null, null, null, null, null, null);
            case StepDecay(int stepSize, double gamma, Schedule.Per per) ->
                new ScheduleDocument(Type.STEP, stepSize, gamma, null, null, null, per);
            case Exponential(double gamma, Schedule.Per per) ->
                new ScheduleDocument(Type.EXPONENTIAL, null, gamma, null, null, null, per);
            case Cosine(int tMax, double etaMin, Schedule.Per per) ->
                new ScheduleDocument(Type.COSINE, null, null, tMax, etaMin, null, per);
            case WarmupCosine(int warmup, int tMax, double etaMin, Schedule.Per per) ->
                new ScheduleDocument(Type.WARMUP_COSINE, null, null, tMax, etaMin, warmup, per);
        };
    }
}
