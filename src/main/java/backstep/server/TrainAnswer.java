package backstep.server;

import backstep.server.RunAnswer.DivergenceAnswer;
import backstep.server.RunAnswer.EngineAnswer;
import backstep.server.RunAnswer.NetworkAnswer;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The history of a run.
 *
 * @param reason why it ended before its time
 * @param seconds how long it took
 * @param metrics the points of its curves
 * @param theta the weights at its end; the last ones that are kept, where the graphics card gave out
 * @param moments the run after each of its updates, from the start on; left out where they were not asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TrainAnswer(
        String state,
        @Nullable String reason,
        int epoch,
        int iteration,
        int epochs,
        int iterationsPerEpoch,
        double seconds,
        EngineAnswer engine,
        NetworkAnswer network,
        int train,
        int test,
        List<MetricsAnswer> metrics,
        @Nullable DivergenceAnswer divergence,
        List<double[][]> theta,

        @JsonProperty("iterations") @Nullable List<MomentAnswer> moments) {}
