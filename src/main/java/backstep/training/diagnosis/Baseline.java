package backstep.training.diagnosis;

import backstep.linalg.Matrix;
import backstep.network.Batch;
import backstep.network.Network;

/** The mean loss of the best answer that does not look at the inputs: the mean of the targets. */
final class Baseline {

    private Baseline() {}

    static double of(Network network, Batch examples) {
        Matrix y = examples.y();
        double sum = 0;
        for (int k = 0; k < y.columns(); k++) {
            double mean = mean(y, k);
            sum += switch (network.loss()) {
                case BINARY_CROSS_ENTROPY -> surprise(mean) + surprise(1 - mean);
                case CROSS_ENTROPY -> surprise(mean);
                case SQUARED_ERROR -> variance(y, k, mean);
                case HALF_SQUARED_ERROR -> variance(y, k, mean) / 2;
            };
        }
        return sum;
    }

    private static double surprise(double probability) {
        return probability <= 0 ? 0 : -probability * Math.log(probability);
    }

    private static double mean(Matrix y, int k) {
        double sum = 0;
        for (int e = 0; e < y.rows(); e++) {
            sum += y.at(e, k);
        }
        return sum / y.rows();
    }

    private static double variance(Matrix y, int k, double mean) {
        double sum = 0;
        for (int e = 0; e < y.rows(); e++) {
            sum += (y.at(e, k) - mean) * (y.at(e, k) - mean);
        }
        return sum / y.rows();
    }
}
