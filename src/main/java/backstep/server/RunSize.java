package backstep.server;

import backstep.network.InvalidNetwork;
import backstep.network.Limits;
import backstep.network.Network;
import backstep.training.Plan;
import java.util.Locale;
import java.util.stream.IntStream;

/** How large a run may be that the server makes for somebody. */
final class RunSize {

    /** The most numbers that the passes of a run hold: activations of a batch, weights, and what is remembered of them. */
    private static final long NUMBERS = 20_000_000;

    private RunSize() {}

    /**
     * Holds the size of a run within bounds.
     *
     * @throws InvalidNetwork where it is larger
     */
    static void requireBounded(Plan plan) {
        Network network = plan.network();
        long batch = Math.min(plan.training().batchSize(), plan.split().train().size());
        long units = IntStream.rangeClosed(1, network.outputLayer())
                .mapToLong(network::units)
                .sum();
        require(network.weights() * batch <= Limits.PRODUCTS, "weights times batch size", Limits.PRODUCTS);
        require(units * batch + network.weights() <= NUMBERS, "units times batch size, and weights,", NUMBERS);
    }

    private static void require(boolean holds, String what, long most) {
        if (!holds) {
            throw new InvalidNetwork(
                    "training/batchSize",
                    String.format(
                            Locale.ROOT, "%s must be at most %,d; take smaller batches or fewer units", what, most));
        }
    }
}
