package backstep.training;

import backstep.linalg.UpdateRule;

/** Slopes over their own size. The scalars are η, ε, and for RMSProp α. */
enum ScaledRule implements UpdateRule {
    /** s ← s + D², θ ← θ − η D / (√s + ε). */
    ADAGRAD("adagrad") {
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
            for (int k = 0; k < count; k++) {
                first[k] = sum(first[k], slope[k]);
                result[k] = theta[k] - rate * scaled(slope[k], first[k], eps);
            }
        }
    },
    /** v ← α v + (1 − α) D², θ ← θ − η D / (√v + ε). */
    RMSPROP("rmsprop") {
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
            double alpha = scalars[2];
            for (int k = 0; k < count; k++) {
                first[k] = MomentRule.meanSquare(alpha, first[k], slope[k]);
                result[k] = theta[k] - rate * scaled(slope[k], first[k], eps);
            }
        }
    };

    private final String kernel;

    ScaledRule(String kernel) {
        this.kernel = kernel;
    }

    @Override
    public String kernel() {
        return kernel;
    }

    @Override
    public int memories() {
        return 1;
    }

    /** {@return s + D²} */
    static double sum(double s, double slope) {
        return s + slope * slope;
    }

    /** {@return D / (√s + ε)} */
    static double scaled(double slope, double s, double eps) {
        return slope / (Math.sqrt(s) + eps);
    }
}
