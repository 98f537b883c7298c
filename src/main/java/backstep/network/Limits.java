package backstep.network;

/** How large a network and its data may be. */
public final class Limits {

    /** The most layers, the inputs not counted. */
    public static final int LAYERS = 64;
    /** The most units of a layer. */
    public static final int UNITS = 4_096;
    /** The most weights. */
    public static final int WEIGHTS = 10_000_000;
    /** The most examples. */
    public static final int EXAMPLES = 100_000;

    private Limits() {}
}
