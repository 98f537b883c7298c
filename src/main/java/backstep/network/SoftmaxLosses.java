package backstep.network;

import backstep.linalg.Log1p;

/**
 * Losses of softmax outputs and their derivatives, from z. With lse = ln Σ e^zⱼ, ln ŷₖ = zₖ − lse, and ln(1 − ŷₖ) is the same
 * sum without its k-th power, less lse. A derivative goes through every unit: ∂aⱼ/∂zₖ = aⱼ([j = k] − aₖ).
 */
final class SoftmaxLosses {

    private SoftmaxLosses() {}

    /** losses = −Σ y ln ŷ of each example. Where y is one class k this is ln(1 + (1 − ŷₖ) / ŷₖ), step by step for all of them. */
    static void crossEntropies(double[] z, double[] a, double[] y, double[] losses, int rows, int width) {
        for (int row = 0; row < rows; row++) {
            losses[row] = odds(a, row * (width + 1) + 1, y, row * width, width);
        }
        for (int row = 0; row < rows; row++) {
            losses[row] = Log1p.of(losses[row]);
        }
        for (int row = 0; row < rows; row++) {
            if (Double.isNaN(losses[row])) {
                losses[row] = crossEntropy(z, row * width, a, row * (width + 1) + 1, y, width);
            }
        }
    }

    /** {@return (1 − ŷₖ) / ŷₖ, with all the digits of 1 − ŷₖ, where y is class k alone; else not a number} */
    private static double odds(double[] a, int aAt, double[] y, int yAt, int width) {
        double right = 0;
        double wrong = 0;
        double classes = 0;
        double parts = 0;
        for (int k = 0; k < width; k++) {
            double target = y[yAt + k];
            right = Math.fma(target, a[aAt + k], right);
            wrong = Math.fma(1 - target, a[aAt + k], wrong);
            classes += target;
            parts += Math.abs(target * (1 - target));
        }
        return classes == 1 && parts == 0 ? wrong / right : Double.NaN;
    }

    /** {@return −Σ y ln ŷ} */
    private static double crossEntropy(double[] z, int at, double[] a, int aAt, double[] y, int width) {
        double sum = 0;
        for (int k = 0; k < width; k++) {
            if (y[at + k] != 0) {
                sum += y[at + k] * minusLogarithm(k, z, at, a, aAt, width);
            }
        }
        return sum;
    }

    /** {@return −ln ŷₖ = ln(1 + Σ ŷᵢ / ŷₖ), i ≠ k, which keeps its digits near 0; from z where ŷₖ is too small to divide by} */
    private static double minusLogarithm(int k, double[] z, int at, double[] a, int aAt, int width) {
        double share = a[aAt + k];
        if (!(share >= Double.MIN_NORMAL)) {
            return LogSumExp.of(z, at, width).less(z[at + k]);
        }
        double others = 0;
        for (int i = 0; i < width; i++) {
            others += i == k ? 0 : a[aAt + i];
        }
        return Log1p.of(others / share);
    }

    /** {@return −Σ [y ln ŷ + (1 − y) ln(1 − ŷ)]} */
    static double binaryCrossEntropy(double[] z, int at, double[] y, int width) {
        LogSumExp all = LogSumExp.of(z, at, width);
        double sum = 0;
        for (int k = 0; k < width; k++) {
            LogSumExp others = LogSumExp.without(k, z, at, width);
            sum += SigmoidLosses.times(y[at + k], all.less(z[at + k]))
                    + SigmoidLosses.times(1 - y[at + k], all.less(others));
        }
        return sum;
    }

    /** δₖ = aₖ Σⱼ yⱼ − yₖ, which is aₖ − yₖ where the targets add up to 1. */
    static void crossEntropyDelta(int zAt, double[] a, int aAt, double[] y, double[] delta, int width) {
        double targets = 0;
        for (int j = 0; j < width; j++) {
            targets += y[zAt + j];
        }
        for (int k = 0; k < width; k++) {
            delta[zAt + k] = a[aAt + k] * targets - y[zAt + k];
        }
    }

    /** δₖ = Σⱼ ∂ℓ/∂aⱼ aⱼ([j = k] − aₖ) with ∂ℓ/∂aⱼ = (aⱼ − yⱼ) / (aⱼ(1 − aⱼ)); aₖ/(1 − aⱼ) is taken from z. */
    static void binaryCrossEntropyDelta(
            double[] z, int zAt, double[] a, int aAt, double[] y, double[] delta, int width) {
        for (int k = 0; k < width; k++) {
            delta[zAt + k] = a[aAt + k] - y[zAt + k];
        }
        for (int j = 0; j < width; j++) {
            LogSumExp others = LogSumExp.without(j, z, zAt, width);
            double target = y[zAt + j];
            for (int k = 0; k < width; k++) {
                if (k != j) {
                    double share = Math.exp(-others.less(z[zAt + k]));
                    delta[zAt + k] += target * a[aAt + k] - (1 - target) * a[aAt + j] * share;
                }
            }
        }
    }

    /** δₖ = aₖ (dₖ − Σⱼ aⱼ dⱼ) with dⱼ = factor · (aⱼ − yⱼ). */
    static void squaredErrorDelta(int factor, int zAt, double[] a, int aAt, double[] y, double[] delta, int width) {
        double mean = 0;
        for (int j = 0; j < width; j++) {
            mean += a[aAt + j] * factor * (a[aAt + j] - y[zAt + j]);
        }
        for (int k = 0; k < width; k++) {
            delta[zAt + k] = a[aAt + k] * (factor * (a[aAt + k] - y[zAt + k]) - mean);
        }
    }
}
