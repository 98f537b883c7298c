package backstep.training;

import java.util.EnumMap;
import java.util.Map;

/**
 * The constants that Adam, AdamW and LAMB share.
 *
 * @param beta1 β₁, how much of the mean of the slopes is kept
 * @param beta2 β₂, how much of the mean of their squares is kept
 * @param eps ε, outside the root
 */
public record RunningMeans(double beta1, double beta2, double eps) {

    /** @throws backstep.network.InvalidNetwork where a constant is out of its range */
    public RunningMeans {
        Require.fraction("training/optimizer/beta1", beta1);
        Require.fraction("training/optimizer/beta2", beta2);
        Require.positive("training/optimizer/eps", eps);
    }

    /** Writes the scalars that {@link MomentRule} has in common. */
    void scalars(int t, double rate, double[] to) {
        to[0] = rate;
        to[1] = eps;
        to[2] = beta1;
        to[3] = beta2;
        to[4] = MomentRule.correction(beta1, t);
        to[5] = MomentRule.correction(beta2, t);
    }

    /** {@return θ, D, m, v, m̂ and v̂ of one weight} */
    Map<EntryQuantity, Double> entry(Entry entry) {
        double m = MomentRule.mean(beta1, entry.first(), entry.slope());
        double v = MomentRule.meanSquare(beta2, entry.second(), entry.slope());
        Map<EntryQuantity, Double> values = new EnumMap<>(EntryQuantity.class);
        values.put(EntryQuantity.THETA, entry.theta());
        values.put(EntryQuantity.SLOPE, entry.slope());
        values.put(EntryQuantity.MEAN, m);
        values.put(EntryQuantity.MEAN_SQUARE, v);
        values.put(EntryQuantity.CORRECTED_MEAN, m / MomentRule.correction(beta1, entry.t()));
        values.put(EntryQuantity.CORRECTED_MEAN_SQUARE, v / MomentRule.correction(beta2, entry.t()));
        return values;
    }

    /** {@return m̂ / (√v̂ + ε) of one weight} */
    double direction(EntryUpdate update) {
        return MomentRule.direction(
                update.at(EntryQuantity.CORRECTED_MEAN), update.at(EntryQuantity.CORRECTED_MEAN_SQUARE), eps);
    }
}
