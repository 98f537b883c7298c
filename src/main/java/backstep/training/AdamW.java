package backstep.training;

import backstep.linalg.UpdateRule;
import java.util.Map;

/**
 * Adam with a decay of the weights that does not go through the slope: θ ← (1 − η · weightDecay) θ − η m̂ / (√v̂ + ε) (Loshchilov
 * and Hutter 2019, Algorithm 2). Every entry decays, bias weights too, as in PyTorch.
 *
 * @param learningRate η
 * @param means β₁, β₂ and ε
 * @param weightDecay how much of a weight is lost in an update, times η
 */
public record AdamW(double learningRate, RunningMeans means, double weightDecay) implements Optimizer {

    /** PyTorch's decay. */
    public static final double WEIGHT_DECAY = 0.01;

    /** @throws backstep.network.InvalidNetwork where a constant is out of its range */
    public AdamW {
        Require.notNegative("training/optimizer/learningRate", learningRate);
        Require.notNegative("training/optimizer/weightDecay", weightDecay);
    }

    /** {@return the optimizer with PyTorch's constants} */
    public static AdamW of(double learningRate) {
        return new AdamW(learningRate, Adam.MEANS, WEIGHT_DECAY);
    }

    @Override
    public String spelling() {
        return "adamw";
    }

    @Override
    public UpdateRule rule() {
        return MomentRule.ADAM;
    }

    @Override
    public void scalars(int t, double rate, double[] to) {
        means.scalars(t, rate, to);
        to[6] = decay(rate);
    }

    @Override
    public EntryUpdate entry(Entry entry) {
        Map<EntryQuantity, Double> values = means.entry(entry);
        double direction = means.direction(new EntryUpdate(values));
        double decayed = decay(entry.rate()) * entry.theta();
        values.put(EntryQuantity.DECAYED, decayed);
        values.put(EntryQuantity.DIRECTION, direction);
        values.put(EntryQuantity.STEP, entry.rate() * direction);
        values.put(EntryQuantity.NEXT, decayed - entry.rate() * direction);
        return new EntryUpdate(values);
    }

    private double decay(double rate) {
        return 1 - rate * weightDecay;
    }
}
