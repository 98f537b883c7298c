package backstep.network;

import backstep.linalg.ActivationFunction;
import java.util.Locale;

/** The activation functions g. */
public enum Activation implements ActivationFunction {
    /** g(z) = 1 / (1 + e⁻ᶻ), g′ = a(1 − a). */
    SIGMOID {
        @Override
        double value(double z) {
            return sigmoid(z);
        }

        @Override
        public double derivative(double z, double a) {
            return a * (1 - a);
        }
    },

    /** g(z) = max(0, z), g′ = 1 where z > 0, else 0. */
    RELU {
        @Override
        double value(double z) {
            return Math.max(0, z);
        }

        @Override
        public double derivative(double z, double a) {
            return z > 0 ? 1 : 0;
        }
    },

    /** g(z) = tanh z, g′ = 1 − a². */
    TANH {
        @Override
        double value(double z) {
            return Math.tanh(z);
        }

        @Override
        public double derivative(double z, double a) {
            return 1 - a * a;
        }
    },

    /** g(z) = z, g′ = 1. */
    LINEAR {
        @Override
        double value(double z) {
            return z;
        }

        @Override
        public double derivative(double z, double a) {
            return 1;
        }
    },

    /** gᵢ(z) = e^zᵢ / Σₖ e^zₖ, of a whole layer; for the output alone, whose δ does not need g′. */
    SOFTMAX {
        @Override
        double value(double z) {
            throw new UnsupportedOperationException("softmax acts on a whole layer");
        }

        @Override
        public double derivative(double z, double a) {
            throw new UnsupportedOperationException("softmax has no derivative of each unit alone");
        }

        @Override
        public void values(double[] z, int zAt, double[] a, int aAt, int width) {
            double most = LogSumExp.of(z, zAt, width).most();
            double sum = 0;
            for (int i = 0; i < width; i++) {
                a[aAt + i] = Math.exp(z[zAt + i] - most);
                sum += a[aAt + i];
            }
            for (int i = 0; i < width; i++) {
                a[aAt + i] /= sum;
            }
        }
    },

    /** g(z) = z where z > 0, else 0.01 z; g′ = 1 where z > 0, else 0.01. */
    LEAKY_RELU {
        @Override
        double value(double z) {
            return z > 0 ? z : LEAK * z;
        }

        @Override
        public double derivative(double z, double a) {
            return z > 0 ? 1 : LEAK;
        }
    };

    /** The slope of {@link #LEAKY_RELU} below 0. */
    public static final double LEAK = 0.01;

    /** {@return g(z) of one unit} */
    abstract double value(double z);

    /**
     * {@return g′(z) of one unit}
     *
     * @param a g(z), which most derivatives are written with
     */
    public abstract double derivative(double z, double a);

    /** {@return whether g acts on each unit alone} */
    public boolean isElementwise() {
        return this != SOFTMAX;
    }

    /** {@return the name of the function in documents} */
    public String spelling() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String kernel() {
        return spelling();
    }

    @Override
    public void values(double[] z, int zAt, double[] a, int aAt, int width) {
        for (int i = 0; i < width; i++) {
            a[aAt + i] = value(z[zAt + i]);
        }
    }

    @Override
    public void derivatives(double[] z, int zAt, double[] a, int aAt, double[] e, double[] delta, int width) {
        for (int i = 0; i < width; i++) {
            delta[zAt + i] = e[aAt + i] * derivative(z[zAt + i], a[aAt + i]);
        }
    }

    /** {@return 1 / (1 + e⁻ᶻ), without a number that overflows on the way} */
    static double sigmoid(double z) {
        if (z >= 0) {
            return 1 / (1 + Math.exp(-z));
        }
        double power = Math.exp(z);
        return power / (1 + power);
    }
}
