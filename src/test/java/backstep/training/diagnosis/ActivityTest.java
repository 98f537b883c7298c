package backstep.training.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import backstep.data.Split;
import backstep.linalg.Matrix;
import backstep.linalg.ejml.EjmlEngine;
import backstep.network.Activation;
import backstep.network.Batch;
import backstep.network.Cost;
import backstep.network.Dense;
import backstep.network.Loss;
import backstep.network.Network;
import backstep.network.Penalty;
import backstep.network.Sign;
import backstep.network.Theta;
import backstep.training.Plan;
import backstep.training.Training;
import backstep.training.diagnosis.Activity.Share;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which units take part, of a hidden layer of three over the inputs −1 and 1. */
class ActivityTest {

    private static final Batch EXAMPLES = new Batch(Matrix.of(2, 1, -1, 1), Matrix.of(2, 1, 0, 1));

    /** @param hidden a row for each of three units: the bias and the weight of the input */
    private static Activity of(Activation g, double... hidden) {
        Network network =
                new Network(1, List.of(new Dense(3, g), new Dense(1, Activation.SIGMOID)), Loss.BINARY_CROSS_ENTROPY);
        Theta theta = new Theta(List.of(Matrix.of(3, 2, hidden), Matrix.of(1, 4, 0, 1, 1, 1)));
        Cost cost = new Cost(network, Penalty.NONE, Sign.LOSS);
        Plan plan = new Plan(cost, theta, new Split(EXAMPLES, Optional.empty()), Training.DEFAULT);
        return Activity.of(new EjmlEngine(), plan, theta);
    }

    @Test
    void aUnitThatIsBelowZeroForEveryExampleIsDead() {
        assertEquals(new Share(2, 2, 3), of(Activation.RELU, -2, 1, 0, 1, -5, 1).dead());
    }

    @Test
    void aUnitThatIsAboveZeroForOneExampleIsAlive() {
        assertEquals(0, of(Activation.RELU, -0.5, 1, 0, 1, 0, -1).dead().units());
    }

    @Test
    void aUnitFarFromZeroForEveryExampleIsSaturated() {
        assertEquals(new Share(2, 2, 3), of(Activation.TANH, 9, 1, 0, 1, 0, -50).saturated());
        assertEquals(
                new Share(2, 1, 3), of(Activation.SIGMOID, 9, 1, 0, 1, 0, -1).saturated());
    }

    @Test
    void onlyUnitsThatCanDieDoAndOnlyThoseThatCanSaturateDo() {
        assertEquals(0, of(Activation.LEAKY_RELU, -2, 1, -3, 1, -5, 1).dead().units());
        assertEquals(0, of(Activation.RELU, 90, 1, 90, 1, 90, 1).saturated().units());
    }
}
