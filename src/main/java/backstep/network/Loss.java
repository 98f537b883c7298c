package backstep.network;

import java.util.Locale;

/** The losses ℓ(y, ŷ) of one example, summed over the outputs, with natural logarithms. */
public enum Loss {
    /** ℓ = −Σₖ [yₖ ln ŷₖ + (1 − yₖ) ln(1 − ŷₖ)]; with one output binary, with several one-vs-rest. */
    BINARY_CROSS_ENTROPY,
    /** ℓ = −Σₖ yₖ ln ŷₖ. */
    CROSS_ENTROPY,
    /** ℓ = Σₖ (yₖ − ŷₖ)². */
    SQUARED_ERROR,
    /** ℓ = ½ Σₖ (yₖ − ŷₖ)². */
    HALF_SQUARED_ERROR;

    /** {@return whether −ℓ is the logarithm of a likelihood} */
    public boolean isLikelihood() {
        return switch (this) {
            case BINARY_CROSS_ENTROPY, CROSS_ENTROPY -> true;
            case SQUARED_ERROR, HALF_SQUARED_ERROR -> false;
        };
    }

    /** {@return the name of the loss in documents} */
    public String spelling() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
