package backstep.training;

import java.util.Locale;

/**
 * How the learning rate changes during a run, in PyTorch's closed forms. A schedule has a clock t of its own, which starts at 0
 * and advances once an epoch or once an update.
 */
public sealed interface Schedule permits Constant, StepDecay, Exponential, Cosine, WarmupCosine {

    /** When the clock of a schedule advances. */
    enum Per {
        /** After every epoch. */
        EPOCH,
        /** After every update. */
        ITERATION;

        /** {@return the name in documents} */
        public String spelling() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** {@return ηₜ, from η₀} */
    double rate(double learningRate, int t);

    /** {@return when t advances} */
    Per per();

    /** {@return the name of the schedule in documents} */
    String spelling();

    /**
     * {@return t of an update}
     *
     * @param k the update, from 1
     * @param perEpoch how many updates an epoch has
     */
    default int clock(int k, int perEpoch) {
        return per() == Per.EPOCH ? (k - 1) / perEpoch : k - 1;
    }

    /**
     * {@return η of an update}
     *
     * @param k the update, from 1
     * @param perEpoch how many updates an epoch has
     */
    default double rateOf(int k, int perEpoch, double learningRate) {
        return rate(learningRate, clock(k, perEpoch));
    }
}
