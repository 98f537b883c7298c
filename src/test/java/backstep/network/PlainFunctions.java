package backstep.network;

import java.util.Arrays;

/**
 * Activations and losses once more, from their definitions in a lecture and by other ways of computing them, for tests to hold
 * the engine against.
 */
public final class PlainFunctions {

    private PlainFunctions() {}

    /** {@return g(z) of one layer} */
    public static double[] activations(Activation g, double[] z) {
        double sum =
                g == Activation.SOFTMAX ? Arrays.stream(z).map(StrictMath::exp).sum() : 0;
        return Arrays.stream(z)
                .map(one -> switch (g) {
                    case SIGMOID -> 1 / (1 + StrictMath.exp(-one));
                    case RELU -> one > 0 ? one : 0;
                    case TANH -> StrictMath.tanh(one);
                    case LINEAR -> one;
                    case LEAKY_RELU -> one > 0 ? one : one / 100;
                    case SOFTMAX -> StrictMath.exp(one) / sum;
                })
                .toArray();
    }

    /** {@return g′(z) of one unit} */
    public static double slope(Activation g, double z) {
        return switch (g) {
            case SIGMOID -> 1 / ((1 + StrictMath.exp(z)) * (1 + StrictMath.exp(-z)));
            case RELU -> z > 0 ? 1 : 0;
            case TANH -> 1 / (StrictMath.cosh(z) * StrictMath.cosh(z));
            case LINEAR -> 1;
            case LEAKY_RELU -> z > 0 ? 1 : 0.01;
            case SOFTMAX -> throw new IllegalArgumentException("softmax has a Jacobian");
        };
    }

    /** {@return ∂aⱼ/∂zₖ} */
    static double jacobian(Activation g, double[] z, int j, int k) {
        if (g != Activation.SOFTMAX) {
            return j == k ? slope(g, z[j]) : 0;
        }
        return j == k ? activations(g, z)[j] * rest(g, z, j) : -activations(g, z)[j] * activations(g, z)[k];
    }

    /** {@return 1 − aⱼ of a probability, added up from what is left so that nothing cancels} */
    private static double rest(Activation g, double[] z, int j) {
        if (g == Activation.SIGMOID) {
            return 1 / (1 + StrictMath.exp(z[j]));
        }
        double[] others = activations(g, z);
        others[j] = 0;
        return Arrays.stream(others).sum();
    }

    /** {@return ℓ(y, g(z))} */
    public static double loss(Loss loss, Activation g, double[] z, double[] y) {
        double[] yHat = activations(g, z);
        double sum = 0;
        for (int k = 0; k < y.length; k++) {
            sum += switch (loss) {
                case BINARY_CROSS_ENTROPY -> -weighted(y[k], yHat[k]) - weighted(1 - y[k], rest(g, z, k));
                case CROSS_ENTROPY -> -weighted(y[k], yHat[k]);
                case SQUARED_ERROR -> StrictMath.pow(y[k] - yHat[k], 2);
                case HALF_SQUARED_ERROR -> StrictMath.pow(y[k] - yHat[k], 2) / 2;
            };
        }
        return sum;
    }

    private static double weighted(double weight, double probability) {
        return weight == 0 ? 0 : weight * StrictMath.log(probability);
    }

    /** {@return ∂ℓ/∂zₖ for each k, by the chain rule through every output: Σⱼ ∂ℓ/∂aⱼ ∂aⱼ/∂zₖ} */
    public static double[] delta(Loss loss, Activation g, double[] z, double[] y) {
        double[] yHat = activations(g, z);
        double[] delta = new double[y.length];
        for (int k = 0; k < y.length; k++) {
            for (int j = 0; j < y.length; j++) {
                double byOutput = switch (loss) {
                    case BINARY_CROSS_ENTROPY -> -y[j] / yHat[j] + (1 - y[j]) / rest(g, z, j);
                    case CROSS_ENTROPY -> -y[j] / yHat[j];
                    case SQUARED_ERROR -> 2 * (yHat[j] - y[j]);
                    case HALF_SQUARED_ERROR -> yHat[j] - y[j];
                };
                delta[k] += byOutput * jacobian(g, z, j, k);
            }
        }
        return delta;
    }
}
