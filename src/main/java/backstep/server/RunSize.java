package backstep.server;

import backstep.network.InvalidNetwork;
import backstep.network.Limits;
import backstep.network.Network;
import backstep.training.Plan;
import java.util.Locale;
import java.util.stream.IntStream;

/** How large a run may be that the server makes for somebody, and how much memory it takes, roughly. */
final class RunSize {

    /** Copies of the weights: those that train, their slopes in each pass, what optimizers remember, and all that once more. */
    private static final long COPIES_OF_WEIGHTS = 40;

    /** Numbers for each unit and example of a batch: z, a, δ and ∂ℓ/∂a, here and where the run is repeated. */
    private static final long COPIES_OF_UNITS = 16;

    /** Checkpoints: at most so many, and at most so many bytes. */
    private static final long CHECKPOINTS = 512;

    private static final long BYTES_OF_CHECKPOINTS = 16_000_000;
    private static final long MEGABYTE = 1_000_000;

    private RunSize() {}

    /** {@return about how many bytes a run takes} */
    static long bytes(Plan plan) {
        Network network = plan.network();
        long weights = network.weights();
        long units = units(network);
        long examples = plan.split().train().size();
        long batch = Math.min(plan.training().batchSize(), examples);
        long numbers = COPIES_OF_WEIGHTS * weights
                + COPIES_OF_UNITS * units * batch
                + 4 * examples * (network.inputs() + network.outputs());
        return Double.BYTES * numbers + Math.min(BYTES_OF_CHECKPOINTS, CHECKPOINTS * 3 * Double.BYTES * weights);
    }

    private static long units(Network network) {
        return IntStream.rangeClosed(1, network.outputLayer())
                .mapToLong(network::units)
                .sum();
    }

    /**
     * Holds the size of a run within bounds.
     *
     * @param most how many bytes it may take
     * @throws InvalidNetwork where it is larger
     */
    static void requireBounded(Plan plan, long most) {
        long batch = Math.min(plan.training().batchSize(), plan.split().train().size());
        require(
                plan.network().weights() * batch <= Limits.PRODUCTS,
                "training/batchSize",
                String.format(
                        Locale.ROOT,
                        "weights times batch size must be at most %,d; take smaller batches or fewer units",
                        Limits.PRODUCTS));
        require(
                bytes(plan) <= most,
                "network",
                String.format(
                        Locale.ROOT,
                        "its run would take about %,d MB, and may take %,d MB; take fewer units or smaller batches",
                        bytes(plan) / MEGABYTE,
                        most / MEGABYTE));
    }

    private static void require(boolean holds, String place, String claim) {
        if (!holds) {
            throw new InvalidNetwork(place, claim);
        }
    }
}
