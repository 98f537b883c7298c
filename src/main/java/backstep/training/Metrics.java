package backstep.training;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What a run is judged by, at one moment. Losses are means over a whole set, without what large weights cost, so that both sets
 * and runs with different λ can be compared.
 *
 * @param iteration how many updates are done
 * @param epoch how many epochs are done
 * @param testLoss none where no test set is kept apart
 * @param trainAccuracy the share of examples whose class is found; none where outputs are no classes
 * @param testAccuracy the same for the test set
 * @param gradientNorms ‖∂J/∂Θ⁽ˡ⁾‖ of each layer in the last update; at the start in the one to come
 * @param thetaNorms ‖Θ⁽ˡ⁾‖ of each layer
 * @param learningRate η of the last update; at the start of the one to come
 */
public record Metrics(
        int iteration,
        int epoch,
        double trainLoss,
        OptionalDouble testLoss,
        OptionalDouble trainAccuracy,
        OptionalDouble testAccuracy,
        List<Double> gradientNorms,
        List<Double> thetaNorms,
        double learningRate) {

    public Metrics {
        gradientNorms = List.copyOf(gradientNorms);
        thetaNorms = List.copyOf(thetaNorms);
    }
}
