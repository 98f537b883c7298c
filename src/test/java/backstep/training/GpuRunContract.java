package backstep.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import backstep.linalg.Matrix;
import backstep.linalg.MatrixEngine;
import backstep.linalg.Precision;
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
import backstep.network.RandomSettings;
import backstep.network.Shape;
import backstep.network.Sign;
import backstep.network.Theta;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole runs on an engine for graphics cards, held against the same runs on the processor. */
abstract class GpuRunContract {

    private static final int UPDATES = 12;

    /** Every update takes the rounding of the one before with it, and the engines add up in different orders. */
    private static final double ROUNDINGS = 500;

    /** The first convolution has 72 places, so that Δ of 8 examples is a sum of 576 products, which own kernels cut into slices. */
    private static final List<Layer> CONVOLUTIONAL = List.of(
            new Conv2d(3, 3, 1, 1, Activation.LINEAR),
            new BatchNorm(Activation.LEAKY_RELU),
            new MaxPool2d(2),
            new Conv2d(3, 3, 1, 1, Activation.TANH),
            new Addition(1, Activation.SIGMOID),
            new Conv2d(4, 3, 2, 1, Activation.TANH),
            new Flatten(),
            new BatchNorm(Activation.RELU),
            new Dense(3, Activation.SOFTMAX));

    abstract MatrixEngine engine(Precision precision);

    private static Plan convolutional(Optimizer optimizer) {
        Network network = new Network(Shape.Image.ofInputs(2, 9, 8), CONVOLUTIONAL, Loss.CROSS_ENTROPY);
        Batch batch = RandomSettings.batch(network, 20, new Random(4));
        Training training = Training.DEFAULT
                .with(optimizer)
                .withBatchSize(8)
                .withClipNorm(0.5)
                .withEpochs(10);
        return new Plan(
                new Cost(network, new Penalty(0.1, 0.01), Sign.LOG_LIKELIHOOD),
                Initialization.XAVIER_UNIFORM.theta(network, 5),
                GivenPlan.train(batch),
                training);
    }

    /** One of each optimizer on a small network, and two with a memory on the convolutional one. */
    static Stream<Arguments> runs() {
        Stream<Plan> dense =
                IntStream.range(0, RandomPlans.optimizers().size()).mapToObj(seed -> RandomPlans.of(40 + seed));
        Stream<Plan> images = Stream.of(new Sgd(0.05, 0.5, true), new Adam(0.02, new RunningMeans(0.8, 0.9, 1e-3)))
                .map(GpuRunContract::convolutional);
        return Stream.concat(dense, images)
                .flatMap(plan -> Stream.of(Precision.values()).map(precision -> Arguments.of(precision, named(plan))));
    }

    private static Named<Plan> named(Plan plan) {
        return Named.of(
                plan.network().sizes() + " by " + plan.training().optimizer().spelling(), plan);
    }

    @ParameterizedTest
    @MethodSource("runs")
    void aRunIsThatOfTheProcessorButForRoundings(Precision precision, Plan plan) {
        Trainer gpu = new Trainer(engine(precision), plan);
        Trainer processor = new Trainer(new EjmlEngine(), plan);
        double allowed = ROUNDINGS * precision.unitRoundoff();
        for (int k = 1; k <= UPDATES; k++) {
            gpu.update();
            processor.update();
            assertEquals(processor.cost(), gpu.cost(), allowed * Math.max(1, processor.cost()), "cost " + k);
        }
        assertTrue(gpu.isFinite());
        double apart = apart(processor.theta(), gpu.theta());
        assertTrue(apart <= allowed, "weights are " + apart / precision.unitRoundoff() + " roundings apart");
    }

    private static double apart(Theta expected, Theta actual) {
        List<Matrix> all = all(actual);
        return IntStream.range(0, all.size())
                .mapToDouble(l -> apart(all(expected).get(l), all.get(l)))
                .max()
                .orElseThrow();
    }

    private static List<Matrix> all(Theta theta) {
        return Stream.concat(theta.matrices().stream(), theta.running().stream())
                .toList();
    }

    private static double apart(Matrix expected, Matrix actual) {
        double apart = 0;
        for (int k = 0; k < expected.size(); k++) {
            double difference = Math.abs(expected.toArray()[k] - actual.toArray()[k]);
            apart = Math.max(apart, difference / Math.max(1, Math.abs(expected.toArray()[k])));
        }
        return apart;
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void theSameRunHasTheSameBits(Precision precision) {
        Plan plan = convolutional(Adam.of(0.01));
        assertEquals(after(engine(precision), plan), after(engine(precision), plan));
    }

    private static Theta after(MatrixEngine engine, Plan plan) {
        Trainer trainer = new Trainer(engine, plan);
        IntStream.range(0, UPDATES).forEach(k -> trainer.update());
        return trainer.theta();
    }

    @Test
    void aRunThatDivergesIsSeen() {
        Plan plan = GivenPlan.plan(
                GivenPlan.network(Loss.SQUARED_ERROR, Activation.LINEAR, Activation.LINEAR, 2, 3, 1),
                GivenPlan.train(GivenPlan.XOR),
                Training.DEFAULT.with(Sgd.plain(1e9)).withEpochs(100));
        Trainer trainer = new Trainer(engine(Precision.FLOAT32), plan);
        IntStream.range(0, UPDATES).forEach(k -> trainer.update());
        assertFalse(trainer.isFinite());
    }
}
