package backstep.training;

import backstep.linalg.UpdateRule;
import java.util.Map;

/**
 * Adam's direction with a step as long as the layer is large: u = m̂ / (√v̂ + ε) + weightDecay · θ, θ ← θ − η ‖Θ‖ / ‖u‖ · u (You et
 * al. 2020, Algorithm 2, with φ(‖Θ‖) = ‖Θ‖). The norms are over a layer's whole Θ, bias column included.
 *
 * @param learningRate η
 * @param means β₁, β₂ and ε
 * @param weightDecay how much a weight itself counts in its direction
 */
public record Lamb(double learningRate, RunningMeans means, double weightDecay) implements Optimizer {

    /** The constants of the paper. */
    public static final RunningMeans MEANS = new RunningMeans(0.9, 0.999, 1e-6);

    /** @throws backstep.network.InvalidNetwork where a constant is out of its range */
    public Lamb {
        Require.notNegative("training/optimizer/learningRate", learningRate);
        Require.notNegative("training/optimizer/weightDecay", weightDecay);
    }

    /** {@return the optimizer with its default constants, without decay} */
    public static Lamb of(double learningRate) {
        return new Lamb(learningRate, MEANS, 0);
    }

    /** {@return ‖Θ‖ / ‖u‖, or 1 where a norm is 0} */
    static double trustRatio(double squaredNormOfTheta, double squaredNormOfDirection) {
        return squaredNormOfTheta == 0 || squaredNormOfDirection == 0
                ? 1
                : Math.sqrt(squaredNormOfTheta) / Math.sqrt(squaredNormOfDirection);
    }

    @Override
    public String spelling() {
        return "lamb";
    }

    @Override
    public UpdateRule rule() {
        return MomentRule.LAMB;
    }

    @Override
    public void scalars(int t, double rate, double[] to) {
        means.scalars(t, rate, to);
        to[6] = weightDecay;
    }

    @Override
    public EntryUpdate entry(Entry entry) {
        Map<EntryQuantity, Double> values = means.entry(entry);
        double u = means.direction(new EntryUpdate(values)) + weightDecay * entry.theta();
        double rate = entry.rate() * entry.trustRatio();
        values.put(EntryQuantity.DIRECTION, u);
        values.put(EntryQuantity.TRUST_RATIO, entry.trustRatio());
        values.put(EntryQuantity.STEP, rate * u);
        values.put(EntryQuantity.NEXT, entry.theta() - rate * u);
        return new EntryUpdate(values);
    }
}
