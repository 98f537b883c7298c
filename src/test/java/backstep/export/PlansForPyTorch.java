package backstep.export;

import backstep.data.Split;
import backstep.linalg.Matrix;
import backstep.linalg.ejml.EjmlEngine;
import backstep.network.Activation;
import backstep.network.Addition;
import backstep.network.Batch;
import backstep.network.BatchNorm;
import backstep.network.Conv2d;
import backstep.network.Cost;
import backstep.network.Dense;
import backstep.network.Flatten;
import backstep.network.Initialization;
import backstep.network.Layer;
import backstep.network.Loss;
import backstep.network.MaxPool2d;
import backstep.network.Network;
import backstep.network.Penalty;
import backstep.network.Shape;
import backstep.network.Sign;
import backstep.network.Theta;
import backstep.training.Adagrad;
import backstep.training.Adam;
import backstep.training.AdamW;
import backstep.training.Cosine;
import backstep.training.Exponential;
import backstep.training.Lamb;
import backstep.training.Optimizer;
import backstep.training.Plan;
import backstep.training.RmsProp;
import backstep.training.Schedule.Per;
import backstep.training.Sgd;
import backstep.training.StepDecay;
import backstep.training.Trainer;
import backstep.training.Training;
import backstep.training.WarmupCosine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The plans whose scripts were run in PyTorch; what came out stands in pytorch-results.txt. */
final class PlansForPyTorch {

    private static final Theta THETA = new Theta(List.of(
            Matrix.of(3, 3, 0.1, 0.5, -0.25, 0, 1, -0.7, -0.3, 0.2, 0.9),
            Matrix.of(2, 4, -0.5, 2, 0.75, 0.1, 0.3, -1, 0.4, 0.6)));
    private static final Batch EXAMPLES = new Batch(
            Matrix.of(5, 2, 0.2, -1, 1, 0.5, -0.4, 0.8, 1.5, -0.3, 0, 1),
            Matrix.of(5, 2, 0, 1, 1, 0, 0, 1, 1, 0, 1, 0));
    private static final Training TRAINING =
            Training.DEFAULT.inOrder().withBatchSize(2).withEpochs(12);

    private static final List<Layer> NORMALISED = List.of(
            new Conv2d(2, 3, 1, 0, Activation.LINEAR),
            new BatchNorm(Activation.RELU),
            new Flatten(),
            new Dense(3, Activation.LINEAR),
            new BatchNorm(Activation.TANH),
            new Dense(2, Activation.SOFTMAX));

    /** After so many updates. */
    private static final int ENTERED = 7;

    private PlansForPyTorch() {}

    /** {@return the plans by name} */
    static Map<String, Plan> all() {
        Map<String, Plan> plans = new LinkedHashMap<>();
        plans.put("sgd", plan(TRAINING.with(Sgd.plain(0.5))));
        plans.put("momentum", plan(TRAINING.with(new Sgd(0.1, 0.9, false))));
        plans.put("nesterov", plan(TRAINING.with(new Sgd(0.1, 0.9, true))));
        plans.put("adagrad", plan(TRAINING.with(Adagrad.of(0.3))));
        plans.put("rmsprop", plan(TRAINING.with(RmsProp.of(0.05))));
        plans.put("adam", plan(TRAINING.with(Adam.of(0.1))));
        plans.put("adamw", plan(TRAINING.with(new AdamW(0.1, Adam.MEANS, 0.2))));
        plans.put("lamb", plan(TRAINING.with(new Lamb(0.1, Lamb.MEANS, 0.05))));
        plans.put("step", plan(TRAINING.with(Sgd.plain(0.5)).with(new StepDecay(5, 0.1, Per.EPOCH))));
        plans.put("exponential", plan(TRAINING.with(Sgd.plain(0.5)).with(new Exponential(0.9, Per.ITERATION))));
        plans.put("cosine", plan(TRAINING.with(Sgd.plain(0.5)).with(new Cosine(8, 0.01, Per.EPOCH))));
        plans.put("warmup", plan(TRAINING.with(Sgd.plain(0.5)).with(new WarmupCosine(6, 30, 0.02, Per.ITERATION))));
        plans.put("clip", plan(TRAINING.with(Sgd.plain(0.5)).withClipNorm(0.2)));
        plans.put("penalty", plan(new Penalty(0.05, 0.01), Loss.CROSS_ENTROPY, Activation.SOFTMAX));
        plans.put("regression", plan(Penalty.NONE, Loss.SQUARED_ERROR, Activation.LINEAR));
        plans.put("half", plan(Penalty.NONE, Loss.HALF_SQUARED_ERROR, Activation.TANH));
        plans.put(
                "convolution",
                images(List.of(
                        new Conv2d(2, 3, 1, 1, Activation.RELU),
                        new MaxPool2d(2),
                        new Conv2d(3, 2, 2, 1, Activation.TANH),
                        new Flatten(),
                        new Dense(2, Activation.SOFTMAX))));
        plans.put("normalised", images(NORMALISED));
        plans.put("normalised momentum", images(NORMALISED, new Sgd(0.1, 0.9, false)));
        plans.put(
                "residual",
                images(List.of(
                        new Flatten(),
                        new Dense(4, Activation.TANH),
                        new Dense(4, Activation.TANH),
                        new Dense(4, Activation.LINEAR),
                        new Dense(4, Activation.TANH),
                        new Addition(1, Activation.LINEAR),
                        new Addition(4, Activation.TANH),
                        new Dense(2, Activation.SOFTMAX))));
        List.copyOf(plans.entrySet()).forEach(plan -> plans.put(plan.getKey() + ", entered", entered(plan.getValue())));
        return plans;
    }

    /** The same plan, entered in the midst of an epoch with all that is known by then. */
    private static Plan entered(Plan plan) {
        Trainer trainer = new Trainer(new EjmlEngine(), plan);
        for (int k = 0; k < ENTERED; k++) {
            trainer.update();
        }
        return plan.branch(trainer.moment(), plan.cost(), plan.training());
    }

    /** Pictures of 1×6×6, drawn by a rule that anybody can repeat. */
    private static Plan images(List<Layer> layers) {
        return images(layers, Sgd.plain(0.1));
    }

    private static Plan images(List<Layer> layers, Optimizer optimizer) {
        double[] x = new double[6 * 36];
        for (int k = 0; k < x.length; k++) {
            x[k] = (k * 37 % 101) / 101.0;
        }
        Batch batch = new Batch(Matrix.of(6, 36, x), Matrix.of(6, 2, 1, 0, 0, 1, 0, 1, 1, 0, 1, 0, 0, 1));
        Network network = new Network(new Shape.Image(1, 6, 6), layers, Loss.CROSS_ENTROPY);
        return new Plan(
                new Cost(network, new Penalty(0.01, 0), Sign.LOSS),
                Initialization.XAVIER_UNIFORM.theta(network, 3),
                new Split(batch, Optional.empty()),
                TRAINING.withBatchSize(3).with(optimizer));
    }

    private static Plan plan(Training training) {
        return plan(Penalty.NONE, Loss.BINARY_CROSS_ENTROPY, Activation.SIGMOID, training);
    }

    private static Plan plan(Penalty penalty, Loss loss, Activation output) {
        return plan(penalty, loss, output, TRAINING);
    }

    private static Plan plan(Penalty penalty, Loss loss, Activation output, Training training) {
        Network network = new Network(2, List.of(new Dense(3, Activation.TANH), new Dense(2, output)), loss);
        return new Plan(new Cost(network, penalty, Sign.LOSS), THETA, new Split(EXAMPLES, Optional.empty()), training);
    }
}
