package backstep.network;

import backstep.linalg.Matrix;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The running means and variances with which batch normalisation predicts. They belong to the state of a network in training
 * beside its weights, but no slope leads to them.
 *
 * @param matrices by l as Θ⁽ˡ⁾, mean and variance of each channel [C × 2]; 0×0 where a layer has none
 */
public record Statistics(List<Matrix> matrices) {

    public Statistics {
        matrices = List.copyOf(matrices);
    }

    /** {@return mean 0 and variance 1 throughout, as before the first batch} */
    public static Statistics initial(Network network) {
        return new Statistics(IntStream.rangeClosed(1, network.depth())
                .mapToObj(l -> initial(network, l))
                .toList());
    }

    private static Matrix initial(Network network, int l) {
        if (!(network.layer(l + 1) instanceof BatchNorm)) {
            return Matrix.zeros(0, 0);
        }
        double[] entries = new double[2 * network.theta(l).rows()];
        for (int k = 1; k < entries.length; k += 2) {
            entries[k] = 1;
        }
        return Matrix.of(entries.length / 2, 2, entries);
    }

    /** {@return mean and variance of each channel that batch normalisation makes layer l + 1 of [C × 2]} */
    public Matrix matrix(int l) {
        return matrices.get(l - 1);
    }
}
