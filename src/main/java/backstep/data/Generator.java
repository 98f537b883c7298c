package backstep.data;

import java.util.Locale;

/** A rule that makes examples. */
public enum Generator {
    /** Two classes in opposite quadrants. */
    XOR,
    /** A disc in a ring. */
    CIRCLE,
    /** Two round clouds. */
    GAUSS,
    /** Two arms that wind around each other. */
    SPIRAL,
    /** Two half circles that reach into each other. */
    MOONS;

    /** {@return the name of the rule in documents} */
    public String spelling() {
        return name().toLowerCase(Locale.ROOT);
    }
}
