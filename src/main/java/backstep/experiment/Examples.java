package backstep.experiment;

import backstep.data.Csv;
import backstep.data.DataSet;
import backstep.data.Generator;
import backstep.data.Interval;
import backstep.data.InvalidCsv;
import backstep.data.Recipe;
import backstep.data.Sampling;
import backstep.data.Split;
import backstep.data.Targets;
import backstep.linalg.Matrix;
import backstep.network.Batch;
import backstep.network.InvalidNetwork;
import backstep.network.Network;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The examples that a document describes.
 *
 * @param testFraction the part that is held back for testing
 * @param seed of the choice of that part
 */
record Examples(DataSet all, double testFraction, long seed) {

    /** The part of a data set that is held back where a document is silent; of examples that are written out, none is. */
    private static final double USUAL_TEST_FRACTION = 0.3;

    /**
     * {@return the examples, which fit a network}
     *
     * @throws InvalidNetwork where they cannot be, or do not fit
     */
    static Examples of(DataDocument document, Network network) {
        Constants given = document.constants();
        long seed = Usual.or(document.seed(), Experiment.USUAL_SEED);
        double usual = Usual.or(document.testFraction(), USUAL_TEST_FRACTION);
        if (document.dataset() != null) {
            given.requireOf("dataset");
            return new Examples(fitting(named(document, document.dataset(), seed), network), usual, seed);
        }
        if (document.csv() != null) {
            given.requireOf("csv");
            return new Examples(fitting(table(document, document.csv()), network), usual, seed);
        }
        given.requireOf("x");
        return new Examples(written(document, network), Usual.or(document.testFraction(), 0), seed);
    }

    private static DataSet written(DataDocument document, Network network) {
        Batch batch = new Batch(
                Rows.matrix("data/x", Rows.given("data/x", document.x())),
                Rows.matrix("data/y", Rows.given("data/y", document.y())));
        batch.requireFits(network);
        return DataSet.ofPoints(batch);
    }

    private static DataSet named(DataDocument document, String name, long seed) {
        Generator generator = Generator.of(name);
        Sampling sampling = new Sampling(
                Usual.or(document.count(), (int) generator.count().usual()),
                Usual.or(document.noise(), generator.noise().usual()),
                seed);
        Integer size = document.size();
        return new Recipe(
                        generator,
                        sampling,
                        Optional.ofNullable(document.function()),
                        interval(document),
                        size == null ? OptionalInt.empty() : OptionalInt.of(size))
                .dataSet();
    }

    private static Optional<Interval> interval(DataDocument document) {
        return document.from() == null && document.to() == null
                ? Optional.empty()
                : Optional.of(new Interval(
                        Usual.or(document.from(), Interval.USUAL.from()),
                        Usual.or(document.to(), Interval.USUAL.to())));
    }

    private static DataSet table(DataDocument document, String csv) {
        Targets targets = switch (document.targets()) {
            case null -> Targets.last();
            case TargetsDocument.Last(int count) -> new Targets.Last(count);
            case TargetsDocument.Names(var names) -> new Targets.Named(names);
        };
        try {
            Csv table = Csv.read(csv);
            return document.inputs() == null ? table.dataSet(targets) : table.dataSet(targets, document.inputs());
        } catch (InvalidCsv e) {
            throw new InvalidNetwork("data/csv", String.valueOf(e.getMessage()));
        }
    }

    /** The document names the data, so where they do not fit, it is the network that must change. */
    private static DataSet fitting(DataSet data, Network network) {
        Batch examples = data.examples();
        requireCount("network/inputs", data, "inputs", examples.x().columns(), network.inputs());
        String last = network.place(network.outputLayer()) + "/units";
        requireCount(last, data, "targets", examples.y().columns(), network.outputs());
        if (network.loss().isLikelihood() && !isProbabilities(examples.y())) {
            throw new InvalidNetwork(
                    "network/loss",
                    network.loss().spelling() + " takes targets for probabilities, from 0 to 1, and those of "
                            + data.name() + " are other numbers; use squared-error with a linear output");
        }
        examples.requireFits(network);
        return data;
    }

    private static void requireCount(String place, DataSet data, String what, int count, int was) {
        if (was != count) {
            throw new InvalidNetwork(
                    place, "must be " + count + ", as many as " + data.name() + " has " + what + "; was " + was);
        }
    }

    private static boolean isProbabilities(Matrix y) {
        return Arrays.stream(y.toArray()).allMatch(target -> target >= 0 && target <= 1);
    }

    /** {@return what trains and what tests} */
    Split split() {
        return all.split(testFraction, seed);
    }
}
