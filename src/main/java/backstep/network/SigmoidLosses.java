package backstep.network;

import backstep.linalg.Exp;
import backstep.linalg.Log1p;

/** Cross-entropies of sigmoid outputs, from z: with ŷ = σ(z), −ln ŷ = softplus(−z) and −ln(1 − ŷ) = softplus(z). */
final class SigmoidLosses {

    private SigmoidLosses() {}

    /** {@return −Σ [y ln σ(z) + (1 − y) ln(1 − σ(z))]} */
    static double binaryCrossEntropy(double[] z, int at, double[] y, int width) {
        double sum = 0;
        for (int k = at; k < at + width; k++) {
            sum += times(y[k], softplus(-z[k])) + times(1 - y[k], softplus(z[k]));
        }
        return sum;
    }

    /** {@return −Σ y ln σ(z)} */
    static double crossEntropy(double[] z, int at, double[] y, int width) {
        double sum = 0;
        for (int k = at; k < at + width; k++) {
            sum += times(y[k], softplus(-z[k]));
        }
        return sum;
    }

    /** {@return ln(1 + eᶻ)} */
    private static double softplus(double z) {
        return Math.max(z, 0) + Log1p.of(Exp.of(-Math.abs(z)));
    }

    /** {@return w · loss, where 0 times a loss that is infinite is 0} */
    static double times(double weight, double loss) {
        return weight == 0 && !Double.isNaN(loss) ? 0 : weight * loss;
    }
}
