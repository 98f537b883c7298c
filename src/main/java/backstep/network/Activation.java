package backstep.network;

import backstep.linalg.ActivationFunction;
import backstep.linalg.Sigmoid;
import backstep.linalg.Softmax;
import backstep.linalg.Tanh;
import java.util.Locale;

/**
 * The activation functions g. What each says of one unit it says again of many, in a loop of its own: one loop for all of them,
 * with a call for each unit, would be several times slower.
 */
public enum Activation implements ActivationFunction {
    /** g(z) = 1 / (1 + e⁻ᶻ), g′ = a(1 − a). */
    SIGMOID {
        @Override
        double value(double z) {
            return Sigmoid.of(z);
        }

        @Override
        public double derivative(double z, double a) {
            return a * (1 - a);
        }

        @Override
        void apply(double[] a, int first, int count) {
            Sigmoid.apply(a, first, count);
        }

        @Override
        public void slopes(double[] a, double[] e, int first, int count) {
            for (int i = first; i < first + count; i++) {
                e[i] *= a[i] * (1 - a[i]);
            }
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

        @Override
        void apply(double[] a, int first, int count) {
            for (int i = first; i < first + count; i++) {
                a[i] = Math.max(0, a[i]);
            }
        }

        @Override
        public void slopes(double[] a, double[] e, int first, int count) {
            for (int i = first; i < first + count; i++) {
                e[i] *= Math.signum(a[i]);
            }
        }
    },

    /** g(z) = tanh z, g′ = 1 − a². */
    TANH {
        @Override
        double value(double z) {
            return Tanh.of(z);
        }

        @Override
        public double derivative(double z, double a) {
            return 1 - a * a;
        }

        @Override
        void apply(double[] a, int first, int count) {
            Tanh.apply(a, first, count);
        }

        @Override
        public void slopes(double[] a, double[] e, int first, int count) {
            for (int i = first; i < first + count; i++) {
                e[i] *= 1 - a[i] * a[i];
            }
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

        @Override
        void apply(double[] a, int first, int count) {
            // Each stays what it is.
        }

        @Override
        public void slopes(double[] a, double[] e, int first, int count) {
            // Each is multiplied by 1.
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
        void apply(double[] a, int first, int count) {
            throw new UnsupportedOperationException("softmax acts on a whole layer");
        }

        @Override
        public void apply(double[] a, int first, int rows, int width) {
            Softmax.apply(a, first, rows, width);
        }

        @Override
        public void slopes(double[] a, double[] e, int first, int count) {
            throw new UnsupportedOperationException("softmax has no derivative of each unit alone");
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

        @Override
        void apply(double[] a, int first, int count) {
            for (int i = first; i < first + count; i++) {
                a[i] = Math.max(a[i], LEAK * a[i]);
            }
        }

        @Override
        public void slopes(double[] a, double[] e, int first, int count) {
            for (int i = first; i < first + count; i++) {
                e[i] *= LEAK + (1 - LEAK) * Math.max(0, Math.signum(a[i]));
            }
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

    @Override
    public boolean isElementwise() {
        return this != SOFTMAX;
    }

    @Override
    public void apply(double[] a, int first, int rows, int width) {
        apply(a, first, rows * (width + 1));
    }

    /** a ← g(a) of as many numbers as {@code count}, from {@code first} on, of a function of each number alone. */
    abstract void apply(double[] a, int first, int count);

    /** {@return the name of the function in documents} */
    public String spelling() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String kernel() {
        return spelling();
    }
}
