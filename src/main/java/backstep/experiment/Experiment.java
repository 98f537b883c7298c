package backstep.experiment;

import backstep.data.DataSet;
import backstep.data.Split;
import backstep.experiment.ExperimentDocument.LabelsDocument;
import backstep.network.Batch;
import backstep.network.Cost;
import backstep.network.Initialization;
import backstep.network.InvalidNetwork;
import backstep.network.Network;
import backstep.network.Penalty;
import backstep.network.Setting;
import backstep.network.Sign;
import backstep.network.Theta;
import backstep.training.Plan;
import backstep.training.Start;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an experiment document describes.
 *
 * @param data all examples, and what is known of them
 * @param plan the network, where it starts, what trains and what tests it, and how
 */
public record Experiment(DataSet data, Plan plan) {

    /** How weights are drawn where a document does not say. */
    public static final Initialization USUAL_THETA = Initialization.XAVIER_UNIFORM;

    /** From which seed. */
    public static final long USUAL_SEED = 1;

    /** η of gradient descent where a document has none. */
    public static final double USUAL_LEARNING_RATE = 0.1;

    /**
     * {@return what a document describes}
     *
     * @throws InvalidNetwork where it cannot be
     */
    public static Experiment of(ExperimentDocument document) {
        Network network = document.network().network();
        TrainingDocument training = document.training() == null ? TrainingDocument.USUAL : document.training();
        Start start = start(network, document.theta(), training.state());
        Examples examples = Examples.of(document.data(), network);
        Cost cost = new Cost(
                network,
                new Penalty(Usual.or(document.lambda(), 0), Usual.or(document.l1(), 0)),
                document.sign() == null ? Sign.LOSS : document.sign());
        requireLabels(network, document.labels());
        Split split = examples.split();
        Plan plan = new Plan(cost, start, split, training.training(split.train().size()));
        return new Experiment(examples.all(), plan);
    }

    private static Start start(Network network, @Nullable ThetaDocument theta, @Nullable StateDocument state) {
        Theta weights = theta == null ? USUAL_THETA.theta(network, USUAL_SEED) : theta.theta(network);
        weights.requireFits(network);
        return state == null ? Start.at(weights) : state.start(network, weights);
    }

    /** {@return a pass over what trains, from where the run starts} */
    public Setting setting() {
        Cost cost = plan.cost();
        Batch batch = plan.split().train();
        return new Setting(cost.network(), plan.start().theta(), batch, cost.penalty(), cost.sign());
    }

    /** {@return η before any schedule} */
    public double learningRate() {
        return plan.training().optimizer().learningRate();
    }

    private static void requireLabels(Network network, @Nullable LabelsDocument labels) {
        if (labels != null) {
            requireLabels("labels/inputs", labels.inputs(), network.inputs());
            requireLabels("labels/outputs", labels.outputs(), network.outputs());
        }
    }

    private static void requireLabels(String place, @Nullable List<String> labels, int count) {
        if (labels != null && labels.size() != count) {
            throw new InvalidNetwork(place, "must name each of the " + count + ", has " + labels.size() + " names");
        }
    }
}
