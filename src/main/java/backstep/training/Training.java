package backstep.training;

import backstep.linalg.Precision;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How a network is trained.
 *
 * @param schedule how the optimizer's learning rate changes
 * @param batchSize how many examples an update looks at; all of them where there are fewer
 * @param epochs how often the run goes through the training set
 * @param shuffle whether each epoch takes the examples in an order of its own
 * @param seed of those orders
 * @param clipNorm the largest ‖D‖ over all layers that an update follows; a longer D is shortened to it
 * @param earlyStopping when the run ends before its time
 * @param precision what the numbers of the run are held in
 */
public record Training(
        Optimizer optimizer,
        Schedule schedule,
        int batchSize,
        int epochs,
        boolean shuffle,
        long seed,
        OptionalDouble clipNorm,
        Optional<EarlyStopping> earlyStopping,
        Precision precision) {

    /** The most epochs. */
    public static final int EPOCHS = 1_000_000;

    /** What holds where a document is silent. */
    public static final Training DEFAULT =
            new Training(Sgd.plain(0.1), new Constant(), 10, 100, true, 1, OptionalDouble.empty(), Optional.empty());

    /** A training in double precision. */
    public Training(
            Optimizer optimizer,
            Schedule schedule,
            int batchSize,
            int epochs,
            boolean shuffle,
            long seed,
            OptionalDouble clipNorm,
            Optional<EarlyStopping> earlyStopping) {
        this(optimizer, schedule, batchSize, epochs, shuffle, seed, clipNorm, earlyStopping, Precision.FLOAT64);
    }

    /** @throws backstep.network.InvalidNetwork where a number is out of its range */
    public Training {
        Require.atLeast("training/batchSize", 1, batchSize);
        Require.that(
                epochs >= 1 && epochs <= EPOCHS,
                "training/epochs",
                String.format(Locale.ROOT, "must be 1 to %,d, was %,d", EPOCHS, epochs));
        clipNorm.ifPresent(norm -> Require.positive("training/clipNorm", norm));
    }

    /** {@return the same with another optimizer} */
    public Training with(Optimizer other) {
        return new Training(other, schedule, batchSize, epochs, shuffle, seed, clipNorm, earlyStopping, precision);
    }

    /** {@return the same with another schedule} */
    public Training with(Schedule other) {
        return new Training(optimizer, other, batchSize, epochs, shuffle, seed, clipNorm, earlyStopping, precision);
    }

    /** {@return the same with batches of another size} */
    public Training withBatchSize(int other) {
        return new Training(optimizer, schedule, other, epochs, shuffle, seed, clipNorm, earlyStopping, precision);
    }

    /** {@return the same for another number of epochs} */
    public Training withEpochs(int other) {
        return new Training(optimizer, schedule, batchSize, other, shuffle, seed, clipNorm, earlyStopping, precision);
    }

    /** {@return the same with another seed} */
    public Training withSeed(long other) {
        return new Training(optimizer, schedule, batchSize, epochs, shuffle, other, clipNorm, earlyStopping, precision);
    }

    /** {@return the same with every epoch in the order of the data} */
    public Training inOrder() {
        return new Training(optimizer, schedule, batchSize, epochs, false, seed, clipNorm, earlyStopping, precision);
    }

    /** {@return the same with D shortened to this norm} */
    public Training withClipNorm(double norm) {
        return new Training(
                optimizer,
                schedule,
                batchSize,
                epochs,
                shuffle,
                seed,
                OptionalDouble.of(norm),
                earlyStopping,
                precision);
    }

    /** {@return the same, ended where the loss no longer falls} */
    public Training with(EarlyStopping stopping) {
        return new Training(
                optimizer, schedule, batchSize, epochs, shuffle, seed, clipNorm, Optional.of(stopping), precision);
    }

    /** {@return the same in numbers of another precision} */
    public Training with(Precision other) {
        return new Training(optimizer, schedule, batchSize, epochs, shuffle, seed, clipNorm, earlyStopping, other);
    }
}
