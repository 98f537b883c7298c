package backstep.training;

import backstep.linalg.UpdateRule;
import java.util.Map;

/**
 * m ← β₁ m + (1 − β₁) D and v ← β₂ v + (1 − β₂) D², m̂ = m / (1 − β₁ᵗ) and v̂ = v / (1 − β₂ᵗ), θ ← θ − η m̂ / (√v̂ + ε) (Kingma and
 * Ba 2015, Algorithm 1).
 *
 * @param learningRate η
 * @param means β₁, β₂ and ε
 */
public record Adam(double learningRate, RunningMeans means) implements Optimizer {

    /** PyTorch's constants. */
    public static final RunningMeans MEANS = new RunningMeans(0.9, 0.999, 1e-8);

    /** @throws backstep.network.InvalidNetwork where a constant is out of its range */
    public Adam {
        Require.notNegative("training/optimizer/learningRate", learningRate);
    }

    /** {@return the optimizer with PyTorch's constants} */
    public static Adam of(double learningRate) {
        return new Adam(learningRate, MEANS);
    }

    @Override
    public String spelling() {
        return "adam";
    }

    @Override
    public UpdateRule rule() {
        return MomentRule.ADAM;
    }

    @Override
    public void scalars(int t, double rate, double[] to) {
        means.scalars(t, rate, to);
        to[6] = 1;
    }

    @Override
    public EntryUpdate entry(Entry entry) {
        Map<EntryQuantity, Double> values = means.entry(entry);
        double direction = means.direction(new EntryUpdate(values));
        values.put(EntryQuantity.DIRECTION, direction);
        values.put(EntryQuantity.STEP, entry.rate() * direction);
        values.put(EntryQuantity.NEXT, entry.theta() - entry.rate() * direction);
        return new EntryUpdate(values);
    }
}
