package backstep.training.diagnosis;

import backstep.linalg.MatrixEngine;
import backstep.network.Activation;
import backstep.network.Batch;
import backstep.network.Cost;
import backstep.network.Dense;
import backstep.network.Initialization;
import backstep.network.Network;
import backstep.network.Penalty;
import backstep.network.Theta;
import backstep.training.Evaluation;
import backstep.training.Plan;
import backstep.training.Trainer;
import backstep.training.diagnosis.Change.Depth;
import backstep.training.diagnosis.Change.PenaltyOf;
import backstep.training.diagnosis.Change.Width;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Tries out whether a larger network, or one that is held back less, learns more in as many updates. */
final class Larger {

    /** How many products of weights with activations a trial may take, forward passes alone. */
    private static final double PRODUCTS = 2e8;

    /** What is left of the loss where it is worth it. */
    private static final double BETTER = 0.75;

    private static final int FEW_UNITS = 8;
    private static final int MORE = 2;

    private final Course course;
    private final Plan plan;
    private final Network network;

    Larger(Course course) {
        this.course = course;
        plan = course.plan();
        network = plan.network();
    }

    /** {@return what was tried and helps} */
    List<Remedy> helpful() {
        List<Remedy> remedies = new ArrayList<>();
        if (!network.layers().stream().allMatch(Dense.class::isInstance)) {
            return remedies;
        }
        Penalty penalty = plan.cost().penalty();
        if (penalty.lambda() > 0) {
            double loss =
                    loss(network, new Penalty(0, penalty.l1()), plan.start().theta());
            add(remedies, new PenaltyOf(0), loss, "The penalty holds the weights too small.");
        }
        int hidden = network.depth() - 1;
        int units = Math.max(FEW_UNITS, MORE * widest());
        if (hidden > 0) {
            add(remedies, new Width(units), anew(hidden, units), "More units draw finer boundaries.");
        }
        int wide = hidden == 0 ? FEW_UNITS : widest();
        String deeper =
                hidden == 0 ? "Without a hidden layer a boundary is straight." : "Another layer folds space again.";
        add(remedies, new Depth(hidden + 1), anew(hidden + 1, wide), deeper);
        return remedies;
    }

    private int widest() {
        return IntStream.rangeClosed(2, network.depth())
                .map(network::units)
                .max()
                .orElse(0);
    }

    private void add(List<Remedy> remedies, Change change, double loss, String why) {
        double now = course.now().testLoss().orElse(course.now().trainLoss());
        String which = course.now().testLoss().isPresent() ? "test" : "training";
        if (loss < BETTER * now) {
            remedies.add(Remedy.anew(
                    change, why + " Tried for as many updates: the " + which + " loss is " + Words.number(loss) + "."));
        }
    }

    private double anew(int hidden, int units) {
        Activation g = network.depth() > 1 ? network.activation(2) : Activation.TANH;
        List<Dense> layers = new ArrayList<>();
        for (int k = 0; k < hidden; k++) {
            layers.add(new Dense(units, g));
        }
        layers.add(new Dense(network.outputs(), network.activation(network.outputLayer())));
        Network larger = new Network(network.inputs(), layers, network.loss());
        Theta theta = (g == Activation.RELU ? Initialization.HE_NORMAL : Initialization.XAVIER_UNIFORM)
                .theta(larger, plan.training().seed());
        return loss(larger, plan.cost().penalty(), theta);
    }

    /** {@return the examples that say whether it helps: those held back, where there are some} */
    private Batch judge() {
        return plan.split().test().orElse(plan.split().train());
    }

    /** {@return the loss of another network after as many updates; infinite where it costs too much to know} */
    private double loss(Network other, Penalty penalty, Theta theta) {
        int updates = course.moment().iteration() - plan.start().iteration();
        double examples = (double) plan.split().train().size() / plan.iterationsPerEpoch();
        if (updates * examples * other.products() > PRODUCTS) {
            return Double.POSITIVE_INFINITY;
        }
        MatrixEngine engine = course.engine();
        Cost cost = new Cost(other, penalty, plan.cost().sign());
        Trainer trainer = new Trainer(engine, new Plan(cost, theta, plan.split(), plan.training()));
        while (trainer.iteration() < updates) {
            trainer.update();
            if (!trainer.isFinite()) {
                return Double.POSITIVE_INFINITY;
            }
        }
        return new Evaluation(engine, cost, judge()).of(trainer.theta()).loss();
    }
}
