package backstep.server;

import backstep.server.RunAnswer.DivergenceAnswer;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a frame says before its numbers.
 *
 * @param live whether the newest moment is shown
 * @param iteration of the moment that is shown
 * @param epoch of that moment
 * @param last how many updates are done
 * @param iterations how many are planned
 * @param learningRate of the moment that is shown
 * @param now what the moment that is shown is judged by
 * @param metrics the points that are new since the last frame
 * @param confusion how many examples of class i (the row) were taken for class j (the column)
 * @param arrays what follows
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FrameHeader(
        String state,
        @Nullable String reason,
        boolean live,
        int iteration,
        int epoch,
        int last,
        int iterations,
        double learningRate,
        double examplesPerSecond,
        @Nullable Double secondsLeft,
        MetricsAnswer now,
        List<MetricsAnswer> metrics,
        @Nullable DivergenceAnswer divergence,
        @Nullable List<List<Integer>> confusion,
        List<Picture> arrays) {}
