package backstep.training;

import backstep.linalg.Matrix;
import backstep.network.Activation;
import backstep.network.Batch;
import backstep.network.Network;

/** What outputs mean as classes: the output that is largest, or with a single output whether it is at least ½. */
public final class Classes {

    private Classes() {}

    /** {@return whether outputs are probabilities and every target says yes or no} */
    public static boolean areMeant(Network network, Batch examples) {
        Activation output = network.activation(network.outputLayer());
        if (output != Activation.SIGMOID && output != Activation.SOFTMAX) {
            return false;
        }
        Matrix y = examples.y();
        for (int e = 0; e < y.rows(); e++) {
            for (int k = 0; k < y.columns(); k++) {
                if (y.at(e, k) != 0 && y.at(e, k) != 1) {
                    return false;
                }
            }
        }
        return true;
    }

    /** {@return how many classes there are: 2 for a single output} */
    public static int count(Network network) {
        return Math.max(2, network.outputs());
    }

    /**
     * {@return the class of one row, from 0; of several largest outputs the first}
     *
     * @param firstColumn where the outputs begin
     */
    public static int of(Matrix outputs, int row, int firstColumn) {
        if (outputs.columns() - firstColumn == 1) {
            return outputs.at(row, firstColumn) >= 0.5 ? 1 : 0;
        }
        int best = firstColumn;
        for (int k = firstColumn + 1; k < outputs.columns(); k++) {
            if (outputs.at(row, k) > outputs.at(row, best)) {
                best = k;
            }
        }
        return best - firstColumn;
    }
}
