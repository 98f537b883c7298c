package backstep.training;

/**
 * Which rows of the training set each update takes. An epoch takes every row once, in batches of one size; what is left over at
 * its end is a smaller batch of its own. The order of an epoch depends on the seed and the number of the epoch alone, so that
 * any epoch can be entered without those before it.
 */
final class Batches {

    private final int examples;
    private final int batchSize;
    private final boolean shuffle;
    private final long seed;
    private final int[] order;
    private int orderedEpoch = -1;

    Batches(int examples, Training training) {
        this.examples = examples;
        batchSize = Math.min(training.batchSize(), examples);
        shuffle = training.shuffle();
        seed = training.seed();
        order = new int[examples];
    }

    /** {@return how many updates an epoch has} */
    int perEpoch() {
        return Math.ceilDiv(examples, batchSize);
    }

    /** {@return how many examples a batch has that is not what is left over} */
    int size() {
        return batchSize;
    }

    /** {@return how many examples the last batch of an epoch has} */
    int lastSize() {
        return examples - (perEpoch() - 1) * batchSize;
    }

    /** {@return in {@link #order} the position of the first row of update k, from 1} */
    int first(int k) {
        return (k - 1) % perEpoch() * batchSize;
    }

    /** {@return how many rows update k takes} */
    int size(int k) {
        return k % perEpoch() == 0 ? lastSize() : batchSize;
    }

    /** {@return the rows in the order of the epoch that update k lies in; the array changes with the next epoch} */
    int[] order(int k) {
        int epoch = (k - 1) / perEpoch();
        if (epoch != orderedEpoch) {
            for (int row = 0; row < examples; row++) {
                order[row] = row;
            }
            if (shuffle) {
                Shuffle.shuffle(order, seed, epoch);
            }
            orderedEpoch = epoch;
        }
        return order;
    }
}
