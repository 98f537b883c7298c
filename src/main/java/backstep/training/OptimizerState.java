package backstep.training;

import backstep.linalg.Matrix;
import java.util.List;

/**
 * What an optimizer remembers between updates.
 *
 * @param updates t, how many updates it has made of these weights
 * @param first b, s, v or m of each Θ⁽ˡ⁾, in its shape; empty where the optimizer remembers nothing
 * @param second v of each Θ⁽ˡ⁾ beside m; empty for optimizers that have one memory or none
 */
public record OptimizerState(int updates, List<Matrix> first, List<Matrix> second) {

    public OptimizerState {
        first = List.copyOf(first);
        second = List.copyOf(second);
    }

    /** {@return the first memory of the weight Θ⁽ˡ⁾ᵢⱼ, i from 1, j from 0; 0 where there is none} */
    public double first(int l, int i, int j) {
        return first.isEmpty() ? 0 : first.get(l - 1).at(i - 1, j);
    }

    /** {@return the second memory of the weight Θ⁽ˡ⁾ᵢⱼ, i from 1, j from 0; 0 where there is none} */
    public double second(int l, int i, int j) {
        return second.isEmpty() ? 0 : second.get(l - 1).at(i - 1, j);
    }
}
