package backstep.training;

import backstep.linalg.UpdateRule;
import java.util.EnumMap;
import java.util.Map;

/**
 * s ← s + D² and θ ← θ − η D / (√s + ε): each weight has a step of its own, which shrinks as its slopes add up (Duchi, Hazan and
 * Singer 2011, the diagonal form).
 *
 * @param learningRate η
 * @param eps ε, outside the root
 */
public record Adagrad(double learningRate, double eps) implements Optimizer {

    /** PyTorch's ε. */
    public static final double EPS = 1e-10;

    /** @throws backstep.network.InvalidNetwork where a constant is out of its range */
    public Adagrad {
        Require.notNegative("training/optimizer/learningRate", learningRate);
        Require.positive("training/optimizer/eps", eps);
    }

    /** {@return the optimizer with PyTorch's constants} */
    public static Adagrad of(double learningRate) {
        return new Adagrad(learningRate, EPS);
    }

    @Override
    public String spelling() {
        return "adagrad";
    }

    @Override
    public UpdateRule rule() {
        return ScaledRule.ADAGRAD;
    }

    @Override
    public void scalars(int t, double rate, double[] to) {
        to[0] = rate;
        to[1] = eps;
    }

    @Override
    public EntryUpdate entry(Entry entry) {
        Map<EntryQuantity, Double> values = new EnumMap<>(EntryQuantity.class);
        double s = ScaledRule.sum(entry.first(), entry.slope());
        double direction = ScaledRule.scaled(entry.slope(), s, eps);
        values.put(EntryQuantity.THETA, entry.theta());
        values.put(EntryQuantity.SLOPE, entry.slope());
        values.put(EntryQuantity.SQUARES, s);
        values.put(EntryQuantity.DIRECTION, direction);
        values.put(EntryQuantity.STEP, entry.rate() * direction);
        values.put(EntryQuantity.NEXT, entry.theta() - entry.rate() * direction);
        return new EntryUpdate(values);
    }
}
