package backstep.training;

import static org.junit.jupiter.api.Assertions.assertTrue;

import backstep.data.Generator;
import backstep.data.Recipe;
import backstep.data.Split;
import backstep.linalg.Matrix;
import backstep.linalg.ejml.EjmlEngine;
import backstep.network.Activation;
import backstep.network.Conv2d;
import backstep.network.Cost;
import backstep.network.Dense;
import backstep.network.Flatten;
import backstep.network.Initialization;
import backstep.network.Loss;
import backstep.network.MaxPool2d;
import backstep.network.Network;
import backstep.network.Pass;
import backstep.network.Penalty;
import backstep.network.Recorder;
import backstep.network.Setting;
import backstep.network.Shape;
import backstep.network.Sign;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Networks learn what they are known to learn. */
class ConvergenceTest {

    private static Run done(Plan plan) {
        Run run = new Run(EjmlEngine::new, plan);
        run.resume();
        run.advance(Integer.MAX_VALUE);
        return run;
    }

    private static Split usual(Generator generator, double testFraction) {
        return Recipe.usual(generator).dataSet().split(testFraction, 1);
    }

    @Test
    void xorIsLearnedByTwoHiddenUnitsFromMostStarts() {
        long learned = LongStream.rangeClosed(1, 40)
                .filter(seed ->
                        done(xorFrom(seed)).metrics().getLast().trainAccuracy().orElseThrow() == 1)
                .count();
        assertTrue(learned >= 26, learned + " of 40");
    }

    private static Plan xorFrom(long seed) {
        Network network = GivenPlan.classifier(2, 2, 1);
        return new Plan(
                new Cost(network, Penalty.NONE, Sign.LOSS),
                Initialization.XAVIER_NORMAL.theta(network, seed),
                GivenPlan.train(GivenPlan.XOR),
                Training.DEFAULT.with(new Sgd(0.5, 0.9, false)).withBatchSize(4).withEpochs(500));
    }

    @Test
    void theSineIsApproximatedToAHundredth() {
        Network network = GivenPlan.network(Loss.SQUARED_ERROR, Activation.TANH, Activation.LINEAR, 1, 12, 1);
        Split split = usual(Generator.SINE, 0);
        Training training = Training.DEFAULT
                .with(Adam.of(0.02))
                .with(new Cosine(1_000, 0, Schedule.Per.EPOCH))
                .withEpochs(1_000);
        Run run = done(GivenPlan.plan(network, split, training));
        double most = mostApart(run, split);
        assertTrue(most < 1e-2, "off by " + most);
    }

    private static double mostApart(Run run, Split split) {
        Pass pass = Pass.over(
                new EjmlEngine(),
                new Setting(
                        run.plan().network(),
                        run.now().theta(),
                        split.train(),
                        run.plan().cost().penalty(),
                        run.plan().cost().sign()));
        pass.predict(Recorder.NONE);
        Matrix output = new EjmlEngine().read(pass.output());
        double most = 0;
        for (int e = 0; e < output.rows(); e++) {
            most = Math.max(most, Math.abs(output.at(e, 1) - split.train().y().at(e, 0)));
        }
        return most;
    }

    @Test
    void theSpiralIsToldApartOnPointsThatWereNotLearned() {
        Training training = Training.DEFAULT.with(Adam.of(0.02)).withEpochs(150);
        Run run = done(GivenPlan.plan(GivenPlan.classifier(2, 16, 16, 1), usual(Generator.SPIRAL, 0.3), training));
        assertBetterThan(0.95, run);
    }

    @Test
    void digitsAreReadThatWereNotLearned() {
        Network network = GivenPlan.network(Loss.CROSS_ENTROPY, Activation.RELU, Activation.SOFTMAX, 64, 32, 10);
        Training training =
                Training.DEFAULT.with(Adam.of(0.005)).withBatchSize(32).withEpochs(20);
        Run run = done(GivenPlan.plan(network, usual(Generator.DIGITS, 0.25), training));
        assertBetterThan(0.95, run);
    }

    /** The steps of LAMB are as long as the weights of a layer, which is why it stands large batches. */
    @Test
    void digitsAreReadByEveryOptimizer() {
        Network network = GivenPlan.network(Loss.CROSS_ENTROPY, Activation.TANH, Activation.SOFTMAX, 64, 16, 10);
        Split split = usual(Generator.DIGITS, 0.5);
        Optimizer[] optimizers = {
            Sgd.plain(0.3),
            new Sgd(0.05, 0.9, false),
            new Sgd(0.05, 0.9, true),
            Adagrad.of(0.05),
            RmsProp.of(0.005),
            Adam.of(0.005),
            AdamW.of(0.005),
            Lamb.of(0.02)
        };
        for (Optimizer optimizer : optimizers) {
            Training training =
                    Training.DEFAULT.with(optimizer).withBatchSize(32).withEpochs(10);
            assertBetterThan(0.9, done(GivenPlan.plan(network, split, training)));
        }
    }

    private static void assertBetterThan(double least, Run run) {
        double accuracy = run.metrics().getLast().testAccuracy().orElseThrow();
        assertTrue(accuracy > least, run.plan().training().optimizer() + " finds " + accuracy);
    }

    @Test
    void theConvolutionalNetReadsDigits() {
        Network network = new Network(
                new Shape.Image(1, 32, 32),
                List.of(
                        new Conv2d(6, 3, 1, 0, Activation.RELU),
                        new MaxPool2d(2),
                        new Conv2d(16, 3, 1, 0, Activation.RELU),
                        new MaxPool2d(2),
                        new Flatten(),
                        new Dense(120, Activation.RELU),
                        new Dense(84, Activation.RELU),
                        new Dense(10, Activation.SOFTMAX)),
                Loss.CROSS_ENTROPY);
        Split split = Recipe.usual(Generator.DIGITS).withSize(32).dataSet().split(0.3, 1);
        Training training =
                Training.DEFAULT.with(Adam.of(0.002)).withBatchSize(32).withEpochs(6);
        Plan plan = new Plan(
                new Cost(network, Penalty.NONE, Sign.LOSS),
                Initialization.HE_NORMAL.theta(network, 1),
                split,
                training);
        double right = done(plan).metrics().getLast().testAccuracy().orElseThrow();
        assertTrue(right > 0.97, "right: " + right);
    }
}
