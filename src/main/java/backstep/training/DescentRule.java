package backstep.training;

import backstep.linalg.UpdateRule;

/** Gradient descent, without and with momentum. The scalars are η, μ. */
enum DescentRule implements UpdateRule {
    /** θ ← θ − η D. */
    PLAIN("sgd", 0) {
        @Override
        public boolean isDescent() {
            return true;
        }

        @Override
        public void apply(
                double[] scalars,
                double[] theta,
                double[] slope,
                double[] first,
                double[] second,
                double[] result,
                int count) {
            double rate = scalars[0];
            for (int k = 0; k < count; k++) {
                result[k] = theta[k] - rate * slope[k];
            }
        }
    },
    /** b ← μ b + D, θ ← θ − η b. */
    MOMENTUM("sgd/momentum", 1) {
        @Override
        public void apply(
                double[] scalars,
                double[] theta,
                double[] slope,
                double[] first,
                double[] second,
                double[] result,
                int count) {
            double rate = scalars[0];
            double mu = scalars[1];
            for (int k = 0; k < count; k++) {
                first[k] = momentum(mu, first[k], slope[k]);
                result[k] = theta[k] - rate * first[k];
            }
        }
    },
    /** b ← μ b + D, θ ← θ − η (D + μ b). */
    NESTEROV("sgd/nesterov", 1) {
        @Override
        public void apply(
                double[] scalars,
                double[] theta,
                double[] slope,
                double[] first,
                double[] second,
                double[] result,
                int count) {
            double rate = scalars[0];
            double mu = scalars[1];
            for (int k = 0; k < count; k++) {
                first[k] = momentum(mu, first[k], slope[k]);
                result[k] = theta[k] - rate * ahead(mu, first[k], slope[k]);
            }
        }
    };

    private final String kernel;
    private final int memories;

    DescentRule(String kernel, int memories) {
        this.kernel = kernel;
        this.memories = memories;
    }

    @Override
    public String kernel() {
        return kernel;
    }

    @Override
    public int memories() {
        return memories;
    }

    /** {@return b ← μ b + D} */
    static double momentum(double mu, double b, double slope) {
        return mu * b + slope;
    }

    /** {@return D + μ b} */
    static double ahead(double mu, double b, double slope) {
        return slope + mu * b;
    }
}
