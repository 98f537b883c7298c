package backstep.training;

/**
 * The optimizers once more, in plain loops over plain arrays as the papers and PyTorch's documentation state them; shares no code
 * with the engine. It can be told to make a mistake that is often made.
 */
final class PlainOptimizer {

    /** What is often done wrong. */
    enum Mistake {
        NONE,
        EPS_INSIDE_THE_ROOT,
        BETAS_SWAPPED,
        NO_BIAS_CORRECTION,
        COUNTER_FROM_ZERO,
        COUNTER_FROM_TWO,
        SUM_INSTEAD_OF_MEAN,
        MOMENTUM_DAMPENED,
        NESTEROV_WITHOUT_ITS_LOOK_AHEAD,
        DECAY_THROUGH_THE_SLOPE,
        TRUST_RATIO_LEFT_OUT,
        TRUST_RATIO_WITHOUT_BIAS,
        TRUST_RATIO_OF_ALL_LAYERS
    }

    private static final int EXAMPLES = 4;

    private final Optimizer settings;
    private final Mistake mistake;
    private final int[] columns;
    final double[][] theta;
    final double[][] first;
    final double[][] second;
    private int t;

    PlainOptimizer(Optimizer settings, Mistake mistake, double[][] start, int... columns) {
        this.settings = settings;
        this.mistake = mistake;
        this.columns = columns;
        theta = new double[start.length][];
        first = new double[start.length][];
        second = new double[start.length][];
        for (int l = 0; l < start.length; l++) {
            theta[l] = start[l].clone();
            first[l] = new double[start[l].length];
            second[l] = new double[start[l].length];
        }
    }

    void step(double rate, double[][] given) {
        t = t + 1;
        double[][] g = given;
        if (mistake == Mistake.SUM_INSTEAD_OF_MEAN) {
            g = new double[given.length][];
            for (int l = 0; l < given.length; l++) {
                g[l] = new double[given[l].length];
                for (int k = 0; k < given[l].length; k++) {
                    g[l][k] = EXAMPLES * given[l][k];
                }
            }
        }
        switch (settings) {
            case Sgd sgd -> descend(sgd, rate, g);
            case Adagrad adagrad -> adagrad(adagrad.eps(), rate, g);
            case RmsProp rms -> rmsProp(rms.alpha(), rms.eps(), rate, g);
            case Adam adam -> adam(adam.means(), 0, rate, g);
            case AdamW adamW -> adam(adamW.means(), adamW.weightDecay(), rate, g);
            case Lamb lamb -> lamb(lamb, rate, g);
        }
    }

    /** https://pytorch.org/docs/stable/generated/torch.optim.SGD.html, dampening 0: the first buffer is the gradient. */
    private void descend(Sgd sgd, double rate, double[][] g) {
        double mu = sgd.momentum();
        for (int l = 0; l < theta.length; l++) {
            for (int k = 0; k < theta[l].length; k++) {
                double direction = g[l][k];
                if (mu != 0) {
                    double kept = mistake == Mistake.MOMENTUM_DAMPENED ? (1 - mu) * g[l][k] : g[l][k];
                    first[l][k] = t == 1 ? kept : mu * first[l][k] + kept;
                    boolean ahead = sgd.nesterov() && mistake != Mistake.NESTEROV_WITHOUT_ITS_LOOK_AHEAD;
                    direction = ahead ? g[l][k] + mu * first[l][k] : first[l][k];
                }
                theta[l][k] = theta[l][k] - rate * direction;
            }
        }
    }

    private double root(double squared, double eps) {
        return mistake == Mistake.EPS_INSIDE_THE_ROOT ? StrictMath.sqrt(squared + eps) : StrictMath.sqrt(squared) + eps;
    }

    /** Duchi, Hazan and Singer 2011, with G_t,ii = Σ g²; ε as in torch.optim.Adagrad. */
    private void adagrad(double eps, double rate, double[][] g) {
        for (int l = 0; l < theta.length; l++) {
            for (int k = 0; k < theta[l].length; k++) {
                first[l][k] = first[l][k] + StrictMath.pow(g[l][k], 2);
                theta[l][k] = theta[l][k] - rate * g[l][k] / root(first[l][k], eps);
            }
        }
    }

    /** Tieleman and Hinton 2012, slide 29; ε as in torch.optim.RMSprop. */
    private void rmsProp(double alpha, double eps, double rate, double[][] g) {
        for (int l = 0; l < theta.length; l++) {
            for (int k = 0; k < theta[l].length; k++) {
                first[l][k] = alpha * first[l][k] + (1 - alpha) * StrictMath.pow(g[l][k], 2);
                theta[l][k] = theta[l][k] - rate * g[l][k] / root(first[l][k], eps);
            }
        }
    }

    /** 1 − βᵗ by multiplication. */
    private double correction(double beta) {
        if (mistake == Mistake.NO_BIAS_CORRECTION) {
            return 1;
        }
        int counted = mistake == Mistake.COUNTER_FROM_ZERO ? t - 1 : mistake == Mistake.COUNTER_FROM_TWO ? t + 1 : t;
        double power = 1;
        for (int i = 0; i < counted; i++) {
            power = power * beta;
        }
        return 1 - power;
    }

    /** m̂ / (√v̂ + ε) of one entry, Kingma and Ba 2015, Algorithm 1, line by line. */
    private double moments(RunningMeans means, int l, int k, double g) {
        double beta1 = mistake == Mistake.BETAS_SWAPPED ? means.beta2() : means.beta1();
        double beta2 = mistake == Mistake.BETAS_SWAPPED ? means.beta1() : means.beta2();
        first[l][k] = beta1 * first[l][k] + (1 - beta1) * g;
        second[l][k] = beta2 * second[l][k] + (1 - beta2) * StrictMath.pow(g, 2);
        double mHat = first[l][k] / correction(beta1);
        double vHat = second[l][k] / correction(beta2);
        return mHat / root(vHat, means.eps());
    }

    /** Loshchilov and Hutter 2019, Algorithm 2, in the form of torch.optim.AdamW: the decay is scaled by the rate. */
    private void adam(RunningMeans means, double decay, double rate, double[][] g) {
        for (int l = 0; l < theta.length; l++) {
            for (int k = 0; k < theta[l].length; k++) {
                if (mistake == Mistake.DECAY_THROUGH_THE_SLOPE) {
                    theta[l][k] = theta[l][k] - rate * moments(means, l, k, g[l][k] + decay * theta[l][k]);
                } else {
                    double decayed = theta[l][k] - rate * decay * theta[l][k];
                    theta[l][k] = decayed - rate * moments(means, l, k, g[l][k]);
                }
            }
        }
    }

    /** You et al. 2020, Algorithm 2 with φ(z) = z. */
    private void lamb(Lamb lamb, double rate, double[][] g) {
        double[][] u = new double[theta.length][];
        for (int l = 0; l < theta.length; l++) {
            u[l] = new double[theta[l].length];
            for (int k = 0; k < theta[l].length; k++) {
                u[l][k] = moments(lamb.means(), l, k, g[l][k]) + lamb.weightDecay() * theta[l][k];
            }
        }
        double[] ratios = new double[theta.length];
        for (int l = 0; l < theta.length; l++) {
            ratios[l] = ratio(u, l);
        }
        for (int l = 0; l < theta.length; l++) {
            for (int k = 0; k < theta[l].length; k++) {
                theta[l][k] = theta[l][k] - rate * ratios[l] * u[l][k];
            }
        }
    }

    private double ratio(double[][] u, int layer) {
        double thetas = 0;
        double us = 0;
        for (int l = 0; l < theta.length; l++) {
            for (int k = 0; k < theta[l].length; k++) {
                boolean counted = l == layer || mistake == Mistake.TRUST_RATIO_OF_ALL_LAYERS;
                boolean bias = k % columns[l] == 0 && mistake == Mistake.TRUST_RATIO_WITHOUT_BIAS;
                if (counted && !bias) {
                    thetas = thetas + theta[l][k] * theta[l][k];
                    us = us + u[l][k] * u[l][k];
                }
            }
        }
        if (thetas == 0 || us == 0 || mistake == Mistake.TRUST_RATIO_LEFT_OUT) {
            return 1;
        }
        return StrictMath.sqrt(thetas) / StrictMath.sqrt(us);
    }
}
