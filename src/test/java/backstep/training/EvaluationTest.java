package backstep.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import backstep.linalg.Matrix;
import backstep.linalg.ejml.EjmlEngine;
import backstep.network.Activation;
import backstep.network.Batch;
import backstep.network.Cost;
import backstep.network.Loss;
import backstep.network.Network;
import backstep.network.Penalty;
import backstep.network.Sign;
import backstep.network.Theta;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How a network is judged by examples. */
class EvaluationTest {

    private static Score score(Network network, Theta theta, Batch batch) {
        return new Evaluation(new EjmlEngine(), new Cost(network, new Penalty(5, 5), Sign.LOSS), batch).of(theta);
    }

    /** A node whose output is above ½ where x is above 0. */
    private static Score ofNode(double[] x, double[] y) {
        Network node = GivenPlan.classifier(1, 1);
        Theta theta = new Theta(List.of(Matrix.of(1, 2, 0, 1)));
        return score(node, theta, new Batch(Matrix.of(x.length, 1, x), Matrix.of(y.length, 1, y)));
    }

    @Test
    void aSingleOutputOfAHalfIsYes() {
        Score score = ofNode(new double[] {-1, 0, 1, 2, -3}, new double[] {0, 1, 1, 0, 1});
        assertEquals(List.of(List.of(1, 1), List.of(1, 2)), score.confusion());
        assertEquals(0.6, score.accuracy().orElseThrow());
    }

    @Test
    void theLossIsTheMeanWithoutWhatWeightsCost() {
        Score score = ofNode(new double[] {1, -2}, new double[] {1, 1});
        assertEquals((Math.log1p(Math.exp(-1)) + Math.log1p(Math.exp(2))) / 2, score.loss(), 1e-15);
    }

    @Test
    void ofSeveralOutputsTheLargestIsTheClassAndOfEqualOnesTheFirst() {
        Network network = GivenPlan.network(Loss.CROSS_ENTROPY, Activation.TANH, Activation.SOFTMAX, 3, 3);
        Theta theta = new Theta(List.of(Matrix.of(3, 4, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1)));
        Matrix x = Matrix.of(4, 3, 3, 1, 2, 0, 5, 1, 2, 2, 2, 1, 4, 4);
        Matrix y = Matrix.of(4, 3, 1, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 1);
        Score score = score(network, theta, new Batch(x, y));
        assertEquals(List.of(List.of(2, 0, 0), List.of(0, 0, 0), List.of(0, 2, 0)), score.confusion());
        assertEquals(0.5, score.accuracy().orElseThrow());
    }

    @Test
    void outputsThatAreNoClassesHaveNoAccuracy() {
        Network regression = GivenPlan.network(Loss.SQUARED_ERROR, Activation.TANH, Activation.LINEAR, 1, 1);
        Theta theta = new Theta(List.of(Matrix.of(1, 2, 0, 1)));
        Batch batch = new Batch(Matrix.of(2, 1, 1, 2), Matrix.of(2, 1, 0, 1));
        assertEquals(OptionalDouble.empty(), score(regression, theta, batch).accuracy());
        assertEquals(1, score(regression, theta, batch).loss());
        Batch shares = new Batch(Matrix.of(2, 1, 1, 2), Matrix.of(2, 1, 0, 0.5));
        assertTrue(score(GivenPlan.classifier(1, 1), theta, shares).accuracy().isEmpty());
    }

    @Test
    void aWideNetworkTakesFewerExamplesAtATime() {
        assertEquals(256, Evaluation.atOnce(GivenPlan.classifier(2, 8, 1), 1_000));
        assertEquals(100, Evaluation.atOnce(GivenPlan.classifier(2, 8, 1), 100));
        assertEquals(130, Evaluation.atOnce(GivenPlan.classifier(2, 2_000, 1), 1_000));
    }

    @Test
    void manyExamplesAreTakenSomeHundredAtATime() {
        double[] x = new Random(3).doubles(700, -1, 1).toArray();
        double[] y =
                IntStream.range(0, 700).mapToDouble(e -> e % 3 == 0 ? 1 : 0).toArray();
        Score whole = ofNode(x, y);
        double sum = 0;
        int right = 0;
        for (int e = 0; e < 700; e++) {
            Score one = ofNode(new double[] {x[e]}, new double[] {y[e]});
            sum += one.loss();
            right += one.accuracy().orElseThrow() == 1 ? 1 : 0;
        }
        assertEquals(sum / 700, whole.loss(), 1e-14);
        assertEquals(right / 700.0, whole.accuracy().orElseThrow());
    }
}
