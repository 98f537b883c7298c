package backstep.network;

import static backstep.network.InvalidNetwork.require;

import backstep.linalg.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The running statistics of batch normalisation as documents have them: a matrix for each batch norm, in order. */
public final class RunningStatistics {

    private static final String PLACE = "training/state/running";
    private static final Matrix NONE = Matrix.zeros(0, 0);

    private RunningStatistics() {}

    /** {@return mean and variance of each channel [C × 2] of each batch norm; none where none are known} */
    public static List<Matrix> written(Theta theta) {
        return theta.running().stream().filter(matrix -> matrix.rows() > 0).toList();
    }

    /**
     * {@return the weights with running statistics}
     *
     * @throws InvalidNetwork where they do not fit the network
     */
    public static Theta with(Network network, Theta theta, List<Matrix> written) {
        List<Integer> layers = IntStream.rangeClosed(1, network.depth())
                .filter(l -> network.layer(l + 1) instanceof BatchNorm)
                .boxed()
                .toList();
        require(
                layers.size() == written.size(),
                PLACE,
                "must have a matrix for each of the " + layers.size() + " batch norms, has " + written.size());
        List<Matrix> running = new ArrayList<>();
        for (int l = 1; l <= network.depth(); l++) {
            int at = layers.indexOf(l);
            running.add(at < 0 ? NONE : fitting(network.theta(l).rows(), PLACE + "/" + at, written.get(at)));
        }
        return new Theta(theta.matrices(), running);
    }

    private static Matrix fitting(int channels, String place, Matrix matrix) {
        require(
                matrix.rows() == channels && matrix.columns() == 2,
                place,
                "is " + matrix.shape() + ", must be " + channels + "×2: a row for each channel, mean and variance");
        for (int c = 0; c < channels; c++) {
            double mean = matrix.at(c, 0);
            double variance = matrix.at(c, 1);
            require(Double.isFinite(mean), place + "/" + c + "/0", "must be a finite number, was " + mean);
            require(
                    variance >= 0 && Double.isFinite(variance),
                    place + "/" + c + "/1",
                    "must be 0 or a positive number, was " + variance);
        }
        return matrix;
    }
}
