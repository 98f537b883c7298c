package backstep.training;

import backstep.linalg.Matrix;
import java.util.List;

/**
 * What an update did.
 *
 * @param rows the examples of its batch, as rows of the training set from 0, in the order in which they were taken
 * @param learningRate η, after the schedule
 * @param cost J of the batch before the update
 * @param clipFactor what ∂J/∂Θ was multiplied by to shorten it, 1 where it was not
 * @param trustRatios of each layer, 1 for optimizers that have none
 * @param slopes ∂J/∂Θ⁽ˡ⁾ as the optimizer saw them, shortened where they were too long
 */
public record Descent(
        List<Integer> rows,
        double learningRate,
        double cost,
        double clipFactor,
        List<Double> trustRatios,
        List<Matrix> slopes) {

    public Descent {
        rows = List.copyOf(rows);
        trustRatios = List.copyOf(trustRatios);
        slopes = List.copyOf(slopes);
    }
}
