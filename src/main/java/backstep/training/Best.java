package backstep.training;

/**
 * What early stopping knows of a run.
 *
 * @param loss the best that an epoch ended with
 * @param epochsSince how many epochs came after it without a better one
 */
public record Best(double loss, int epochsSince) {

    /** @throws backstep.network.InvalidNetwork where a number is out of its range */
    public Best {
        Require.that(Double.isFinite(loss), "training/state/best/loss", "must be a finite number, was " + loss);
        Require.atLeast("training/state/best/epochsSince", 0, epochsSince);
    }
}
