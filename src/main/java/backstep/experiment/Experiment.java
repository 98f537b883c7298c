package backstep.experiment;

import backstep.experiment.ExperimentDocument.LabelsDocument;
import backstep.network.Batch;
import backstep.network.Initialization;
import backstep.network.InvalidNetwork;
import backstep.network.Network;
import backstep.network.Penalty;
import backstep.network.Setting;
import backstep.network.Sign;
import backstep.network.Theta;
import java.util.List;
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
        Network network = document.network().network();
        Setting setting = new Setting(
                network,
                theta(network, document.theta()),
                batch(document.data()),
                new Penalty(orZero(document.lambda()), orZero(document.l1())),
                document.sign() == null ? Sign.LOSS : document.sign());
        requireLabels(network, document.labels());
        return new Experiment(setting, learningRate(document.training()));
    }

    private static Theta theta(Network network, @Nullable ThetaDocument document) {
        return document == null ? USUAL_THETA.theta(network, USUAL_SEED) : document.theta(network);
    }

    private static Batch batch(DataDocument data) {
        return switch (data) {
            case DataDocument.Written written ->
                new Batch(Rows.matrix("data/x", written.x()), Rows.matrix("data/y", written.y()));
            case DataDocument.Named _, DataDocument.Table _ -> throw new InvalidNetwork("data", "not yet");
        };
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

    private static double orZero(@Nullable Double number) {
        return number == null ? 0 : number;
    }

    private static void require(boolean holds, String place, String claim) {
        if (!holds) {
            throw new InvalidNetwork(place, claim);
        }
    }
}
