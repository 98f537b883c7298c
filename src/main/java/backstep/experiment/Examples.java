package backstep.experiment;

import backstep.data.DataSet;
import backstep.data.Generator;
import backstep.data.Recipe;
import backstep.data.Sampling;
import backstep.data.Split;
import backstep.network.Batch;
import backstep.network.InvalidNetwork;
import backstep.network.Network;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The examples that a document describes.
 *
 * @param testFraction the part that is held back for testing
 * @param seed of the choice of that part
 */
record Examples(DataSet all, double testFraction, long seed) {

    /** The part of a data set that is held back where a document is silent. */
    private static final double USUAL_TEST_FRACTION = 0.3;

    /**
     * {@return the examples, which fit a network}
     *
     * @throws InvalidNetwork where they cannot be, or do not fit
     */
    static Examples of(DataDocument document, Network network) {
        Constants given = document.constants();
        if (document.dataset() != null) {
            given.requireOf("dataset");
            return named(document, document.dataset(), network);
        }
        if (document.csv() != null) {
            given.requireOf("csv");
            throw new InvalidNetwork("data/csv", "cannot be read yet");
        }
        given.requireOf("x");
        return written(document, network);
    }

    private static Examples written(DataDocument document, Network network) {
        Batch batch = new Batch(
                Rows.matrix("data/x", Rows.given("data/x", document.x())),
                Rows.matrix("data/y", Rows.given("data/y", document.y())));
        batch.requireFits(network);
        return new Examples(
                DataSet.ofPoints(batch),
                Usual.or(document.testFraction(), 0),
                Usual.or(document.seed(), Experiment.USUAL_SEED));
    }

    private static Examples named(DataDocument document, String name, Network network) {
        Generator generator = Arrays.stream(Generator.values())
                .filter(one -> one.spelling().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidNetwork("data/dataset", "must be one of " + names() + ", was \"" + name + "\""));
        long seed = Usual.or(document.seed(), Experiment.USUAL_SEED);
        Sampling sampling = new Sampling(Usual.or(document.count(), 300), Usual.or(document.noise(), 0.1), seed);
        DataSet data = new Recipe(generator, sampling).dataSet();
        requireFits(data, network);
        return new Examples(data, Usual.or(document.testFraction(), USUAL_TEST_FRACTION), seed);
    }

    private static String names() {
        return Arrays.stream(Generator.values()).map(Generator::spelling).collect(Collectors.joining(", "));
    }

    /** The document names the data, so what does not fit is the network. */
    private static void requireFits(DataSet data, Network network) {
        requireCount("network/inputs", data.name(), "inputs", data.examples().x().columns(), network.inputs());
        String last = "network/layers/" + (network.depth() - 1) + "/units";
        requireCount(last, data.name(), "targets", data.examples().y().columns(), network.outputs());
        data.examples().requireFits(network);
    }

    private static void requireCount(String place, String name, String what, int count, int was) {
        if (was != count) {
            throw new InvalidNetwork(place, "must be " + count + ", as many " + what + " as " + name + " has; was " + was);
        }
    }

    /** {@return what trains and what tests} */
    Split split() {
        return all.split(testFraction, seed);
    }
}
