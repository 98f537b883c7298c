package backstep.training;

/**
 * Ends a run whose loss no longer falls: on the test set, or on the training set where no test set is kept apart. A branch that
 * keeps it goes on from what was known when it left its run: the best loss, and the epochs endured since.
 *
 * @param patience how many epochs without a new best are endured
 * @param minDelta by how much a loss must be below the best to be a new best
 */
public record EarlyStopping(int patience, double minDelta) {

    /** @throws backstep.network.InvalidNetwork where a constant is out of its range */
    public EarlyStopping {
        Require.atLeast("training/earlyStopping/patience", 1, patience);
        Require.notNegative("training/earlyStopping/minDelta", minDelta);
    }
}
