package backstep.network;

import java.util.Locale;

/** Whether a loss is made small or a log-likelihood is made large. */
public enum Sign {
    /** The loss is minimised: δ⁽ᴸ⁺¹⁾ = a − y, and Θ ← Θ − ηD. */
    LOSS(1),
    /**
     * The logarithm of the likelihood is maximised: δ, Δ and the part of D that comes from the data have the other sign, and
     * the update adds them. The penalty is taken away by either.
     */
    LOG_LIKELIHOOD(-1);

    private final int factor;

    Sign(int factor) {
        this.factor = factor;
    }

    /** {@return 1 for the loss, −1 for the log-likelihood, which is its negative} */
    public int factor() {
        return factor;
    }

    /** {@return the name of the convention in documents} */
    public String spelling() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
