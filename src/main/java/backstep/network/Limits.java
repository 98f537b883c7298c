package backstep.network;

import java.util.Locale;

/** How large a network and its data may be. */
public final class Limits {

    /** The most layers, the inputs not counted. */
    public static final int LAYERS = 64;
    /** The most units of a layer. */
    public static final int UNITS = 4_096;
    /** The most numbers of a layer that makes images. */
    public static final int VALUES = 65_536;
    /** The most numbers that a convolution sees in an image, each counted once for each place that it is seen from. */
    static final int SEEN = 10_000_000;
    /** The most pixels that a window moves, or that stand around an image. */
    static final int WINDOW = 1_024;
    /** The most weights. */
    public static final int WEIGHTS = 10_000_000;
    /** The most examples. */
    public static final int EXAMPLES = 100_000;

    /** The most products of a weight with an activation in one sweep over the examples: weights times examples. */
    public static final long PRODUCTS = 1_000_000_000;

    /** The most activations of all layers over all examples. */
    public static final long ACTIVATIONS = 10_000_000;

    private Limits() {}

    /**
     * Holds the work of a recorded pass within bounds.
     *
     * @throws InvalidNetwork where it has more products or activations than that
     */
    public static void requireBounded(Setting setting) {
        Network network = setting.network();
        long examples = setting.batch().size();
        requireAtMost(PRODUCTS, network.products() * examples, "weights times examples");
        requireAtMost(ACTIVATIONS, network.allUnits() * examples, "units times examples");
    }

    /** @throws InvalidNetwork where a number is not in its range */
    static void requireWithin(String place, int number, int least, int most) {
        InvalidNetwork.require(
                number >= least && number <= most,
                place,
                String.format(Locale.ROOT, "must be %,d to %,d, was %,d", least, most, number));
    }

    private static void requireAtMost(long most, long count, String what) {
        InvalidNetwork.require(
                count <= most,
                "data/x",
                String.format(
                        Locale.ROOT,
                        "%s must be at most %,d, was %,d; take fewer examples or units",
                        what,
                        most,
                        count));
    }
}
