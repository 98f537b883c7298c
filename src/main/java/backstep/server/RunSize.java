package backstep.server;

import backstep.network.Batch;
import backstep.network.Conv2d;
import backstep.network.InvalidNetwork;
import backstep.network.Limits;
import backstep.network.Network;
import backstep.training.Evaluation;
import backstep.training.Plan;
import java.util.Locale;
import java.util.stream.IntStream;

/** How large a run may be that the server makes for somebody, and how much memory it takes, roughly. */
final class RunSize {

    /** Copies of the weights: those that train, their slopes in each pass, what optimizers remember, and all that once more. */
    private static final long COPIES_OF_WEIGHTS = 40;

    /** Numbers for each unit and example of a batch, or of those measured at once: z, a, δ and ∂ℓ/∂a, here and where the run is repeated. */
    private static final long COPIES_OF_UNITS = 16;

    /** What convolutions see of an image at once: in each pass over a batch, over what is left of one, and to measure. */
    private static final long COPIES_OF_PATCHES = 16;

    /** How many times the products of the largest update it may take to measure the run by all its examples. */
    private static final long UPDATES_TO_MEASURE = 100;

    /** Checkpoints: at most so many, and at most so many bytes. */
    private static final long CHECKPOINTS = 512;

    private static final long BYTES_OF_CHECKPOINTS = 16_000_000;
    private static final long MEGABYTE = 1_000_000;

    private RunSize() {}

    /** {@return about how many bytes a run takes} */
    static long bytes(Plan plan) {
        Network network = plan.network();
        long weights = network.weights();
        int examples = plan.split().train().size();
        long batch = Math.min(plan.training().batchSize(), examples);
        long numbers = COPIES_OF_WEIGHTS * weights
                + COPIES_OF_UNITS * network.allUnits() * (batch + Evaluation.atOnce(network, examples))
                + COPIES_OF_PATCHES * patches(network)
                + 4L * examples * (network.inputs() + network.outputs());
        return Double.BYTES * numbers + Math.min(BYTES_OF_CHECKPOINTS, CHECKPOINTS * 3 * Double.BYTES * weights);
    }

    private static long patches(Network network) {
        return IntStream.rangeClosed(2, network.outputLayer())
                .filter(l -> network.layer(l) instanceof Conv2d)
                .mapToLong(l -> network.layer(l).products(network.shape(l - 1))
                        / network.theta(l - 1).rows())
                .sum();
    }

    /**
     * Holds the size of a run within bounds.
     *
     * @param most how many bytes it may take
     * @throws InvalidNetwork where it is larger
     */
    static void requireBounded(Plan plan, long most) {
        long products = plan.network().products();
        long train = plan.split().train().size();
        long test = plan.split().test().map(Batch::size).orElse(0);
        requireProducts(
                "training/batchSize",
                "an update",
                products * Math.min(plan.training().batchSize(), train),
                Limits.PRODUCTS,
                "take smaller batches or fewer units");
        requireProducts(
                "network",
                "to measure it by all examples",
                products * (train + test),
                UPDATES_TO_MEASURE * Limits.PRODUCTS,
                "take fewer examples or units");
        require(
                bytes(plan) <= most,
                "network",
                String.format(
                        Locale.ROOT,
                        "its run would take about %,d MB, and may take %,d MB; take fewer units or smaller batches",
                        bytes(plan) / MEGABYTE,
                        most / MEGABYTE));
    }

    private static void requireProducts(String place, String work, long products, long most, String wayOut) {
        require(
                products <= most,
                place,
                String.format(
                        Locale.ROOT, "%s would take %,d products, and may take %,d; %s", work, products, most, wayOut));
    }

    private static void require(boolean holds, String place, String claim) {
        if (!holds) {
            throw new InvalidNetwork(place, claim);
        }
    }
}
