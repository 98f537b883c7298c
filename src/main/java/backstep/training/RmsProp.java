package backstep.training;

import backstep.linalg.UpdateRule;
import java.util.EnumMap;
import java.util.Map;

/**
 * v ← α v + (1 − α) D² and θ ← θ − η D / (√v + ε): the slope over its recent size (Tieleman and Hinton 2012, lecture 6.5).
 *
 * @param learningRate η
 * @param alpha α, how much of v is kept
 * @param eps ε, outside the root
 */
public record RmsProp(double learningRate, double alpha, double eps) implements Optimizer {

    /** PyTorch's α. */
    public static final double ALPHA = 0.99;
    /** PyTorch's ε. */
    public static final double EPS = 1e-8;

    /** @throws backstep.network.InvalidNetwork where a constant is out of its range */
    public RmsProp {
        Require.notNegative("training/optimizer/learningRate", learningRate);
        Require.fraction("training/optimizer/alpha", alpha);
        Require.positive("training/optimizer/eps", eps);
    }

    /** {@return the optimizer with PyTorch's constants} */
    public static RmsProp of(double learningRate) {
        return new RmsProp(learningRate, ALPHA, EPS);
    }

    @Override
    public String spelling() {
        return "rmsprop";
    }

    @Override
    public UpdateRule rule() {
        return ScaledRule.RMSPROP;
    }

    @Override
    public void scalars(int t, double rate, double[] to) {
        to[0] = rate;
        to[1] = eps;
        to[2] = alpha;
    }

    @Override
    public EntryUpdate entry(Entry entry) {
        Map<EntryQuantity, Double> values = new EnumMap<>(EntryQuantity.class);
        double v = MomentRule.meanSquare(alpha, entry.first(), entry.slope());
        double direction = ScaledRule.scaled(entry.slope(), v, eps);
        values.put(EntryQuantity.THETA, entry.theta());
        values.put(EntryQuantity.SLOPE, entry.slope());
        values.put(EntryQuantity.MEAN_SQUARE, v);
        values.put(EntryQuantity.DIRECTION, direction);
        values.put(EntryQuantity.STEP, entry.rate() * direction);
        values.put(EntryQuantity.NEXT, entry.theta() - entry.rate() * direction);
        return new EntryUpdate(values);
    }
}
