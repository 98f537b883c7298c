package backstep.server;

import backstep.server.RunAnswer.DivergenceAnswer;
import backstep.training.Run;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** What server-sent events say. */
final class TrainingEvents {

    private TrainingEvents() {}

    /** A run is doing something else now. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StateEvent(
            String state,
            @Nullable String reason,
            int iteration,
            int epoch,
            int iterations,
            double examplesPerSecond,
            @Nullable Double secondsLeft,
            @Nullable DivergenceAnswer divergence) {

        static StateEvent of(LiveRun live, Run.State state) {
            RunWriter writer = new RunWriter(live);
            return new StateEvent(
                    state.spelling(),
                    writer.reason(),
                    writer.iteration(),
                    live.look(Run::epoch),
                    writer.iterations(),
                    writer.examplesPerSecond(),
                    writer.secondsLeft(),
                    writer.divergence());
        }
    }
}
