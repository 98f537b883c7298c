package backstep.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import backstep.data.Split;
import backstep.linalg.Matrix;
import backstep.linalg.ejml.EjmlEngine;
import backstep.network.Activation;
import backstep.network.Batch;
import backstep.network.BatchNorm;
import backstep.network.Cost;
import backstep.network.Dense;
import backstep.network.Loss;
import backstep.network.Network;
import backstep.network.Penalty;
import backstep.network.Shape;
import backstep.network.Sign;
import backstep.network.Theta;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What batch norms have seen in a run, held against plain loops. The batch norm looks at the inputs themselves. */
class RunningStatisticsTest {

    /** Five examples of four numbers, so that an epoch in batches of three ends with one of two. */
    private static final double[][] X = {
        {1, 2, -3, 7}, {4, 0, 2, 2}, {-1, 5, 5, 1}, {8, 1, 0, -6}, {2, 2, 9, 3},
    };

    private static final double[][] Y = {{1}, {0}, {2}, {-1}, {3}};

    private static Plan plan(Shape inputs) {
        Network network = new Network(
                inputs, List.of(new BatchNorm(Activation.LINEAR), new Dense(1, Activation.LINEAR)), Loss.SQUARED_ERROR);
        int channels = network.theta(1).rows();
        double[] gammaAndBeta = new double[2 * channels];
        Arrays.setAll(gammaAndBeta, k -> k % 2 == 0 ? 2 + k : -0.5 * k);
        Theta theta = new Theta(List.of(Matrix.of(channels, 2, gammaAndBeta), Matrix.of(1, 5, 0.5, 1, -1, 0.25, 2)));
        Split split = new Split(
                new Batch(Matrix.ofRows(X), Matrix.ofRows(Y)),
                Optional.of(new Batch(Matrix.of(1, 4, 3, -2, 6, 1), Matrix.of(1, 1, 4))));
        Training training = Training.DEFAULT
                .with(Sgd.plain(0))
                .withBatchSize(3)
                .withEpochs(3)
                .inOrder();
        return new Plan(new Cost(network, Penalty.NONE, Sign.LOSS), theta, split, training);
    }

    /** {@return the row of mean and variance of each channel after two epochs} */
    private static double[][] afterTwoEpochs(int channels) {
        double[][] running = new double[channels][];
        for (int c = 0; c < channels; c++) {
            running[c] = new double[] {0, 1};
            for (int epoch = 0; epoch < 2; epoch++) {
                follow(running[c], numbers(0, 3, c, channels));
                follow(running[c], numbers(3, 5, c, channels));
            }
        }
        return running;
    }

    private static double[] numbers(int from, int to, int channel, int channels) {
        int places = 4 / channels;
        return Arrays.stream(X, from, to)
                .flatMapToDouble(row -> Arrays.stream(row, channel * places, (channel + 1) * places))
                .toArray();
    }

    /** A tenth of the way to the mean, and to the variance by m − 1. */
    private static void follow(double[] running, double... numbers) {
        double mean = Arrays.stream(numbers).sum() / numbers.length;
        double squares =
                Arrays.stream(numbers).map(x -> (x - mean) * (x - mean)).sum();
        running[0] += (mean - running[0]) / 10;
        running[1] += (squares / (numbers.length - 1) - running[1]) / 10;
    }

    /** The parameter is how many channels the four numbers of an example are. */
    @ParameterizedTest
    @ValueSource(ints = {4, 2, 1})
    void runningStatisticsFollowEveryBatchOnceTheLastOfAnEpochToo(int channels) {
        Shape inputs = channels == 4 ? new Shape.Row(4) : new Shape.Image(channels, 1, 4 / channels);
        Trainer trainer = new Trainer(new EjmlEngine(), plan(inputs));
        for (int k = 0; k < 4; k++) {
            trainer.update();
        }
        double[][] running = trainer.theta().running().getFirst().toRows();
        double[][] expected = afterTwoEpochs(channels);
        for (int c = 0; c < channels; c++) {
            assertArrayEquals(expected[c], running[c], 1e-14, "channel " + c);
        }
    }

    @Test
    void bothLossesAreThoseOfTheRunningStatistics() {
        Run run = new Run(EjmlEngine::new, plan(new Shape.Row(4)));
        for (int k = 0; k < 4; k++) {
            run.step();
        }
        Metrics metrics = run.measure();
        double sum = 0;
        for (int e = 0; e < X.length; e++) {
            sum += loss(X[e], Y[e][0]);
        }
        assertEquals(loss(new double[] {3, -2, 6, 1}, 4), metrics.testLoss().orElseThrow(), 1e-10);
        assertEquals(sum / X.length, metrics.trainLoss(), 1e-10);
    }

    private static double loss(double[] x, double y) {
        double[][] running = afterTwoEpochs(4);
        double[] weights = {1, -1, 0.25, 2};
        double yHat = 0.5;
        for (int c = 0; c < 4; c++) {
            double xHat = (x[c] - running[c][0]) / Math.sqrt(running[c][1] + 0.00001);
            yHat += weights[c] * ((2 + 2 * c) * xHat - 0.5 * (2 * c + 1));
        }
        return (y - yHat) * (y - yHat);
    }
}
