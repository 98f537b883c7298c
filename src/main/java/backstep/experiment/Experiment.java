package backstep.experiment;

import backstep.experiment.ExperimentDocument.DataDocument;
import backstep.experiment.ExperimentDocument.LabelsDocument;
import backstep.experiment.ExperimentDocument.LayerDocument;
import backstep.experiment.ExperimentDocument.NetworkDocument;
import backstep.experiment.ExperimentDocument.OptimizerDocument;
import backstep.experiment.ExperimentDocument.TrainingDocument;
import backstep.linalg.Matrix;
import backstep.network.Batch;
import backstep.network.Dense;
import backstep.network.Initialization;
import backstep.network.InvalidNetwork;
import backstep.network.Network;
import backstep.network.Penalty;
import backstep.network.Setting;
import backstep.network.Sign;
import backstep.network.Theta;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What an experiment document describes.
 *
 * @param setting the network with its weights and examples
 * @param learningRate η of plain gradient descent
 */
public record Experiment(Setting setting, double learningRate) {

    /** How weights are drawn where a document does not say. */
    public static final Initialization USUAL_THETA = Initialization.XAVIER_UNIFORM;

    /** From which seed. */
    public static final long USUAL_SEED = 1;

    /** η where a document has none. */
    public static final double USUAL_LEARNING_RATE = 0.1;

    /**
     * {@return what a document describes}
     *
     * @throws InvalidNetwork where it cannot be
     */
    public static Experiment of(ExperimentDocument document) {
        Network network = network(document.network());
        Setting setting = new Setting(
                network,
                theta(network, document.theta()),
                batch(document.data()),
                new Penalty(orZero(document.lambda()), orZero(document.l1())),
                document.sign() == null ? Sign.LOSS : document.sign());
        requireLabels(network, document.labels());
        return new Experiment(setting, learningRate(document.training()));
    }

    private static double orZero(@Nullable Double factor) {
        return factor == null ? 0 : factor;
    }

    private static Network network(NetworkDocument document) {
        List<LayerDocument> layers = document.layers();
        return new Network(
                document.inputs(),
                IntStream.range(0, layers.size())
                        .mapToObj(k -> layer(k, layers.get(k)))
                        .toList(),
                document.loss());
    }

    private static Dense layer(int k, LayerDocument layer) {
        require(
                layer.type().equals("dense"),
                "network/layers/" + k + "/type",
                "must be dense, was \"" + layer.type() + "\"");
        return new Dense(layer.units(), layer.activation());
    }

    private static Theta theta(Network network, @Nullable ThetaDocument document) {
        return switch (document) {
            case null -> USUAL_THETA.theta(network, USUAL_SEED);
            case ThetaDocument.Drawn(Initialization init, Long seed) ->
                init.theta(network, seed == null ? USUAL_SEED : seed);
            case ThetaDocument.Written(double[][][] matrices) ->
                new Theta(IntStream.range(0, matrices.length)
                        .mapToObj(l -> matrix("theta/" + l, matrices[l]))
                        .toList());
        };
    }

    private static Batch batch(DataDocument data) {
        return new Batch(matrix("data/x", data.x()), matrix("data/y", data.y()));
    }

    private static Matrix matrix(String place, double[][] rows) {
        for (int i = 0; i < rows.length; i++) {
            require(rows[i] != null, place + "/" + i, "must be an array, was null");
            require(
                    rows[i].length == rows[0].length,
                    place + "/" + i,
                    "has " + numbers(rows[i]) + ", the first row has " + numbers(rows[0])
                            + "; all rows must be of one length");
        }
        return Matrix.ofRows(rows);
    }

    private static String numbers(double[] row) {
        return row.length + (row.length == 1 ? " number" : " numbers");
    }

    private static void requireLabels(Network network, @Nullable LabelsDocument labels) {
        if (labels != null) {
            requireLabels("labels/inputs", labels.inputs(), network.inputs());
            requireLabels("labels/outputs", labels.outputs(), network.outputs());
        }
    }

    private static void requireLabels(String place, @Nullable List<String> labels, int count) {
        require(
                labels == null || labels.size() == count,
                place,
                "must name each of the " + count + ", has " + (labels == null ? 0 : labels.size()) + " names");
    }

    private static double learningRate(@Nullable TrainingDocument training) {
        OptimizerDocument optimizer = training == null ? null : training.optimizer();
        Double learningRate = optimizer == null ? null : optimizer.learningRate();
        if (learningRate == null) {
            return USUAL_LEARNING_RATE;
        }
        require(
                learningRate > 0 && Double.isFinite(learningRate),
                "training/optimizer/learningRate",
                "must be a positive number, was " + learningRate);
        return learningRate;
    }

    private static void require(boolean holds, String place, String claim) {
        if (!holds) {
            throw new InvalidNetwork(place, claim);
        }
    }
}
