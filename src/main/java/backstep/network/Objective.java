package backstep.network;

import backstep.linalg.OutputFunction;
import backstep.linalg.Sigmoid;

/**
 * A loss on an output activation, in a sign convention. Losses are computed from z where ŷ has rounded to 0 or 1, so they stay
 * finite where the mathematics is.
 *
 * @param output the activation function of the output layer
 * @param sign of δ; a loss is a loss in either
 */
public record Objective(Activation output, Loss loss, Sign sign) implements OutputFunction {

    /** @throws InvalidNetwork where the output leaves the domain of the loss, or no likelihood is there to be maximised */
    public Objective {
        Combination.requireSensible(output, loss);
        InvalidNetwork.require(
                sign == Sign.LOSS || loss.isLikelihood(),
                "sign",
                loss.spelling() + " is not the negative logarithm of a likelihood; use \"sign\": \"loss\"");
    }

    @Override
    public String kernel() {
        return loss.spelling() + "/" + output.spelling();
    }

    @Override
    public double factor() {
        return sign.factor();
    }

    @Override
    public void losses(double[] z, double[] a, double[] y, double[] losses, int rows, int width) {
        if (output == Activation.SOFTMAX && loss == Loss.CROSS_ENTROPY) {
            SoftmaxLosses.crossEntropies(z, a, y, losses, rows, width);
            return;
        }
        for (int row = 0; row < rows; row++) {
            losses[row] = loss(z, row * width, a, row * (width + 1) + 1, y, width);
        }
    }

    /** {@return the loss of one example} That of softmax outputs and cross-entropy is computed elsewhere. */
    private double loss(double[] z, int zAt, double[] a, int aAt, double[] y, int width) {
        return switch (loss) {
            case BINARY_CROSS_ENTROPY ->
                output == Activation.SOFTMAX
                        ? SoftmaxLosses.binaryCrossEntropy(z, zAt, y, width)
                        : SigmoidLosses.binaryCrossEntropy(z, zAt, y, width);
            case CROSS_ENTROPY -> SigmoidLosses.crossEntropy(z, zAt, y, width);
            case SQUARED_ERROR -> squaredError(zAt, a, aAt, y, width);
            case HALF_SQUARED_ERROR -> squaredError(zAt, a, aAt, y, width) / 2;
        };
    }

    @Override
    public void deltas(double[] z, double[] a, double[] y, double[] delta, int rows, int width) {
        for (int row = 0; row < rows; row++) {
            delta(z, row * width, a, row * (width + 1) + 1, y, delta, width);
        }
    }

    private void delta(double[] z, int zAt, double[] a, int aAt, double[] y, double[] delta, int width) {
        if (output == Activation.SOFTMAX) {
            softmaxDelta(z, zAt, a, aAt, y, delta, width);
        } else {
            elementwiseDelta(z, zAt, a, aAt, y, delta, width);
        }
        for (int k = zAt; k < zAt + width && sign == Sign.LOG_LIKELIHOOD; k++) {
            delta[k] = -delta[k];
        }
    }

    /** ∂ℓ/∂zₖ = ∂ℓ/∂aₖ g′(zₖ), simplified where the logarithm undoes the sigmoid. */
    private void elementwiseDelta(double[] z, int zAt, double[] a, int aAt, double[] y, double[] delta, int width) {
        for (int k = 0; k < width; k++) {
            double target = y[zAt + k];
            double yHat = a[aAt + k];
            delta[zAt + k] = switch (loss) {
                case BINARY_CROSS_ENTROPY -> yHat - target;
                case CROSS_ENTROPY -> -target * Sigmoid.of(-z[zAt + k]);
                case SQUARED_ERROR -> 2 * (yHat - target) * output.derivative(z[zAt + k], yHat);
                case HALF_SQUARED_ERROR -> (yHat - target) * output.derivative(z[zAt + k], yHat);
            };
        }
    }

    private void softmaxDelta(double[] z, int zAt, double[] a, int aAt, double[] y, double[] delta, int width) {
        switch (loss) {
            case BINARY_CROSS_ENTROPY -> SoftmaxLosses.binaryCrossEntropyDelta(z, zAt, a, aAt, y, delta, width);
            case CROSS_ENTROPY -> SoftmaxLosses.crossEntropyDelta(zAt, a, aAt, y, delta, width);
            case SQUARED_ERROR -> SoftmaxLosses.squaredErrorDelta(2, zAt, a, aAt, y, delta, width);
            case HALF_SQUARED_ERROR -> SoftmaxLosses.squaredErrorDelta(1, zAt, a, aAt, y, delta, width);
        }
    }

    /** Whether δ⁽ᴸ⁺¹⁾ simplifies to a − y, as it does for the pairs that are made for each other. */
    public boolean isMatched() {
        return loss == Loss.BINARY_CROSS_ENTROPY && output == Activation.SIGMOID
                || loss == Loss.CROSS_ENTROPY && output == Activation.SOFTMAX;
    }

    private static double squaredError(int zAt, double[] a, int aAt, double[] y, int width) {
        double sum = 0;
        for (int k = 0; k < width; k++) {
            double error = y[zAt + k] - a[aAt + k];
            sum += error * error;
        }
        return sum;
    }
}
