package backstep.story;

import java.util.Locale;

/** How much one step tells. */
public enum Grain {
    /** One vector or one matrix. */
    LAYER,
    /** One unit, or one row of a matrix: a sum. */
    UNIT,
    /** One product, or one entry of a matrix. */
    TERM;

    /** {@return the name of the grain in documents} */
    public String spelling() {
        return name().toLowerCase(Locale.ROOT);
    }
}
