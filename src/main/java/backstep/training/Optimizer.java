package backstep.training;

import backstep.linalg.UpdateRule;

/**
 * How the weights follow their slopes D = ∂J/∂Θ. Definitions and default constants are PyTorch's, so that one can be checked
 * against the other; λ acts through D.
 */
public sealed interface Optimizer permits Sgd, Adagrad, RmsProp, Adam, AdamW, Lamb {

    /** Room for the scalars of any rule. */
    int SCALARS = 8;

    /** {@return η before any schedule} */
    double learningRate();

    /** {@return the same with another η} */
    default Optimizer withLearningRate(double rate) {
        return switch (this) {
            case Sgd sgd -> new Sgd(rate, sgd.momentum(), sgd.nesterov());
            case Adagrad adagrad -> new Adagrad(rate, adagrad.eps());
            case RmsProp rms -> new RmsProp(rate, rms.alpha(), rms.eps());
            case Adam adam -> new Adam(rate, adam.means());
            case AdamW adamW -> new AdamW(rate, adamW.means(), adamW.weightDecay());
            case Lamb lamb -> new Lamb(rate, lamb.means(), lamb.weightDecay());
        };
    }

    /** {@return the name of the optimizer in documents} */
    String spelling();

    /** {@return what it does to each entry} */
    UpdateRule rule();

    /**
     * Writes the scalars of the rule for one update, in the rule's order.
     *
     * @param t the how-manieth update of these weights it is, from 1
     * @param rate η of this update
     */
    void scalars(int t, double rate, double[] to);

    /** {@return the same update of one entry, with everything that the rule computes on its way} */
    EntryUpdate entry(Entry entry);
}
