package backstep.server;

import backstep.training.Metrics;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What a run is judged by, at one moment.
 *
 * @param testLoss left out where no test set is kept apart
 * @param trainAccuracy left out where outputs are no classes
 * @param gradientNorms of each Θ
 * @param thetaNorms of each Θ
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MetricsAnswer(
        int iteration,
        int epoch,
        double trainLoss,
        @Nullable Double testLoss,
        @Nullable Double trainAccuracy,
        @Nullable Double testAccuracy,
        List<Double> gradientNorms,
        List<Double> thetaNorms,
        double learningRate) {

    static MetricsAnswer of(Metrics metrics) {
        return new MetricsAnswer(
                metrics.iteration(),
                metrics.epoch(),
                metrics.trainLoss(),
                orNull(metrics.testLoss()),
                orNull(metrics.trainAccuracy()),
                orNull(metrics.testAccuracy()),
                metrics.gradientNorms(),
                metrics.thetaNorms(),
                metrics.learningRate());
    }

    private static @Nullable Double orNull(OptionalDouble number) {
        return number.isPresent() ? number.getAsDouble() : null;
    }
}
