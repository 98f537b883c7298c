package backstep.training;

import backstep.linalg.UpdateRule;

/**
 * The running means m of the slopes and v of their squares, freed of their leaning towards 0. The scalars are η, ε, β₁, β₂,
 * 1 − β₁ᵗ, 1 − β₂ᵗ, and what a rule says.
 */
enum MomentRule implements UpdateRule {
    /** θ ← decay · θ − η m̂ / (√v̂ + ε); the seventh scalar is decay, 1 − η · weightDecay, or 1 for Adam. */
    ADAM("adam") {
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
            double eps = scalars[1];
            double beta1 = scalars[2];
            double beta2 = scalars[3];
            double correction1 = scalars[4];
            double correction2 = scalars[5];
            double decay = scalars[6];
            for (int k = 0; k < count; k++) {
                first[k] = mean(beta1, first[k], slope[k]);
                second[k] = meanSquare(beta2, second[k], slope[k]);
                double direction = direction(first[k] / correction1, second[k] / correction2, eps);
                result[k] = decay * theta[k] - rate * direction;
            }
        }
    },
    /** u = m̂ / (√v̂ + ε) + weightDecay · θ, which is the result; the seventh scalar is weightDecay. */
    LAMB("lamb") {
        @Override
        public void apply(
                double[] scalars,
                double[] theta,
                double[] slope,
                double[] first,
                double[] second,
                double[] result,
                int count) {
            double eps = scalars[1];
            double beta1 = scalars[2];
            double beta2 = scalars[3];
            double correction1 = scalars[4];
            double correction2 = scalars[5];
            double weightDecay = scalars[6];
            for (int k = 0; k < count; k++) {
                first[k] = mean(beta1, first[k], slope[k]);
                second[k] = meanSquare(beta2, second[k], slope[k]);
                double direction = direction(first[k] / correction1, second[k] / correction2, eps);
                result[k] = direction + weightDecay * theta[k];
            }
        }
    };

    private final String kernel;

    MomentRule(String kernel) {
        this.kernel = kernel;
    }

    @Override
    public String kernel() {
        return kernel;
    }

    @Override
    public int memories() {
        return 2;
    }

    /** {@return m ← β m + (1 − β) D} */
    static double mean(double beta, double m, double slope) {
        return beta * m + (1 - beta) * slope;
    }

    /** {@return v ← β v + (1 − β) D²} */
    static double meanSquare(double beta, double v, double slope) {
        return beta * v + (1 - beta) * (slope * slope);
    }

    /** {@return 1 − βᵗ, what a mean that started at 0 is divided by} */
    static double correction(double beta, int t) {
        return 1 - Math.pow(beta, t);
    }

    /** {@return m̂ / (√v̂ + ε)} */
    static double direction(double mHat, double vHat, double eps) {
        return mHat / (Math.sqrt(vHat) + eps);
    }
}
