package backstep.training;

import backstep.linalg.UpdateRule;
import java.util.EnumMap;
import java.util.Map;

/**
 * Gradient descent on batches, b ← μ b + D and θ ← θ − η b; with Nesterov's momentum θ ← θ − η (D + μ b) (Sutskever et al. 2013
 * in the form of PyTorch). b starts at 0, so after the first update it is D.
 *
 * @param learningRate η
 * @param momentum μ, 0 for none
 * @param nesterov whether the step looks ahead along the momentum
 */
public record Sgd(double learningRate, double momentum, boolean nesterov) implements Optimizer {

    /** @throws backstep.network.InvalidNetwork where a constant is out of its range */
    public Sgd {
        Require.notNegative("training/optimizer/learningRate", learningRate);
        Require.fraction("training/optimizer/momentum", momentum);
        Require.that(
                !nesterov || momentum > 0,
                "training/optimizer/nesterov",
                "needs a momentum: give \"momentum\": 0.9, or leave nesterov out");
    }

    /** {@return plain gradient descent} */
    public static Sgd plain(double learningRate) {
        return new Sgd(learningRate, 0, false);
    }

    @Override
    public String spelling() {
        return "sgd";
    }

    @Override
    public UpdateRule rule() {
        if (momentum == 0) {
            return DescentRule.PLAIN;
        }
        return nesterov ? DescentRule.NESTEROV : DescentRule.MOMENTUM;
    }

    @Override
    public void scalars(int t, double rate, double[] to) {
        to[0] = rate;
        to[1] = momentum;
    }

    @Override
    public EntryUpdate entry(Entry entry) {
        Map<EntryQuantity, Double> values = new EnumMap<>(EntryQuantity.class);
        double b = DescentRule.momentum(momentum, entry.first(), entry.slope());
        double direction = nesterov ? DescentRule.ahead(momentum, b, entry.slope()) : b;
        values.put(EntryQuantity.THETA, entry.theta());
        values.put(EntryQuantity.SLOPE, entry.slope());
        if (momentum > 0) {
            values.put(EntryQuantity.MOMENTUM, b);
            values.put(EntryQuantity.DIRECTION, direction);
        }
        values.put(EntryQuantity.STEP, entry.rate() * direction);
        values.put(EntryQuantity.NEXT, entry.theta() - entry.rate() * direction);
        return new EntryUpdate(values);
    }
}
