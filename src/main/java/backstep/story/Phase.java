package backstep.story;

import java.util.Locale;

/** The parts of a pass, in the order in which they come. */
public enum Phase {
    /** Values, from the inputs to the output. */
    FORWARD,
    /** The cost of the output. */
    LOSS,
    /** Derivatives, from the output to the inputs. */
    BACKWARD,
    /** Gradients, summed example by example. */
    ACCUMULATE,
    /** Gradients, averaged and regularised. */
    GRADIENT,
    /** The change of the weights. */
    UPDATE;

    /** {@return the name of the phase in documents} */
    public String spelling() {
        return name().toLowerCase(Locale.ROOT);
    }
}
