package backstep.training.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import backstep.linalg.Matrix;
import backstep.network.Activation;
import backstep.network.Batch;
import backstep.network.Dense;
import backstep.network.Loss;
import backstep.network.Network;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the best constant answer costs. */
class BaselineTest {

    private static double baseline(Loss loss, Activation output, double[][] y) {
        Network network = new Network(1, List.of(new Dense(y[0].length, output)), loss);
        return Baseline.of(network, new Batch(Matrix.zeros(y.length, 1), Matrix.ofRows(y)));
    }

    @Test
    void guessingACoinCostsTheLogarithmOfTwo() {
        double[][] coin = {{0}, {1}, {1}, {0}};
        assertEquals(Math.log(2), baseline(Loss.BINARY_CROSS_ENTROPY, Activation.SIGMOID, coin), 1e-12);
    }

    @Test
    void guessingOneOfThreeClassesCostsTheLogarithmOfThree() {
        double[][] classes = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
        assertEquals(Math.log(3), baseline(Loss.CROSS_ENTROPY, Activation.SOFTMAX, classes), 1e-12);
    }

    @Test
    void guessingTheMeanCostsTheVariance() {
        double[][] y = {{1, 5}, {3, 5}};
        assertEquals(1, baseline(Loss.SQUARED_ERROR, Activation.LINEAR, y), 1e-12);
        assertEquals(0.5, baseline(Loss.HALF_SQUARED_ERROR, Activation.LINEAR, y), 1e-12);
    }

    @Test
    void whatIsAlwaysTheSameCostsNothing() {
        assertEquals(0, baseline(Loss.BINARY_CROSS_ENTROPY, Activation.SIGMOID, new double[][] {{1}, {1}}), 1e-12);
    }
}
