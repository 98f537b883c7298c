package backstep.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import backstep.data.Split;
import backstep.linalg.Matrix;
import backstep.linalg.ejml.EjmlEngine;
import backstep.network.Activation;
import backstep.network.Batch;
import backstep.network.Cost;
import backstep.network.Loss;
import backstep.network.Penalty;
import backstep.network.Sign;
import backstep.network.Theta;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** By which set a run is judged. Its one node says yes where x is above 0. */
class MeasurementTest {

    /** Two of three are right. */
    private static final Batch TRAIN = new Batch(Matrix.of(3, 1, 1, -1, 2), Matrix.of(3, 1, 1, 0, 0));

    /** One of four is right. */
    private static final Batch TEST = new Batch(Matrix.of(4, 1, 3, -1, 2, 1), Matrix.of(4, 1, 0, 0, 0, 0));

    private static Run run(Optional<Batch> test) {
        Plan plan = new Plan(
                new Cost(
                        GivenPlan.network(Loss.BINARY_CROSS_ENTROPY, Activation.TANH, Activation.SIGMOID, 1, 1),
                        Penalty.NONE,
                        Sign.LOSS),
                new Theta(List.of(Matrix.of(1, 2, 0, 1))),
                new Split(TRAIN, test),
                Training.DEFAULT);
        return new Run(EjmlEngine::new, plan);
    }

    /** {@return the mean of ln(1 + e^m)} */
    private static double loss(double... margins) {
        double sum = 0;
        for (double margin : margins) {
            sum += Math.log1p(Math.exp(margin));
        }
        return sum / margins.length;
    }

    @Test
    void eachSetHasItsOwnLossAndAccuracy() {
        Metrics metrics = run(Optional.of(TEST)).measure();
        assertEquals(loss(-1, -1, 2), metrics.trainLoss(), 1e-15);
        assertEquals(loss(3, -1, 2, 1), metrics.testLoss().orElseThrow(), 1e-15);
        assertEquals(OptionalDouble.of(2 / 3.0), metrics.trainAccuracy());
        assertEquals(OptionalDouble.of(0.25), metrics.testAccuracy());
    }

    @Test
    void theConfusionMatrixIsThatOfTheTestSetWhereThereIsOne() {
        assertEquals(
                List.of(List.of(1, 3), List.of(0, 0)),
                run(Optional.of(TEST)).history().confusion(0));
        assertEquals(
                List.of(List.of(1, 1), List.of(0, 1)),
                run(Optional.empty()).history().confusion(0));
    }

    @Test
    void withoutATestSetThereIsNothingToSayOfOne() {
        Metrics metrics = run(Optional.empty()).measure();
        assertEquals(OptionalDouble.empty(), metrics.testLoss());
        assertEquals(OptionalDouble.empty(), metrics.testAccuracy());
    }
}
