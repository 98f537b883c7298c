package backstep.linalg.jcuda;

import static org.junit.jupiter.api.Assertions.assertEquals;

import backstep.data.Generator;
import backstep.data.Recipe;
import backstep.linalg.Precision;
import backstep.linalg.jcuda.RecordingDriver.Call;
import backstep.network.Activation;
import backstep.network.Cost;
import backstep.network.Dense;
import backstep.network.Initialization;
import backstep.network.Loss;
import backstep.network.Network;
import backstep.network.Penalty;
import backstep.network.Sign;
import backstep.training.Lamb;
import backstep.training.Plan;
import backstep.training.Sgd;
import backstep.training.Trainer;
import backstep.training.Training;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How often an update waits for the device: a copy takes as long as computing a small layer. */
class TransfersTest {

    private static final int UPDATES = 20;

    private final RecordingDriver driver = new RecordingDriver();

    private static Plan plan(double lambda, Training training) {
        Network network = new Network(
                2,
                List.of(
                        new Dense(8, Activation.TANH),
                        new Dense(8, Activation.RELU),
                        new Dense(8, Activation.TANH),
                        new Dense(1, Activation.SIGMOID)),
                Loss.BINARY_CROSS_ENTROPY);
        return new Plan(
                new Cost(network, new Penalty(lambda, 0), Sign.LOSS),
                Initialization.XAVIER_UNIFORM.theta(network, 7),
                Recipe.usual(Generator.SPIRAL).dataSet().split(0, 1),
                training.withBatchSize(16));
    }

    private void train(Plan plan) {
        Trainer trainer = new Trainer(new Gpu(driver).engine(Precision.FLOAT32), plan);
        // The first update makes what updates share.
        trainer.update();
        trainer.isFinite();
        driver.forgetCounts();
        for (int k = 0; k < UPDATES; k++) {
            trainer.update();
            trainer.isFinite();
        }
    }

    /** In go the rows of the batch; out come the cost, and whether all is finite. */
    @Test
    void anUpdateCopiesOnceToTheDeviceAndTwiceFromIt() {
        train(plan(0, Training.DEFAULT.with(Sgd.plain(0.1))));
        assertEquals(UPDATES, driver.count(Call.WRITE));
        assertEquals(2 * UPDATES, driver.count(Call.READ));
        assertEquals(0, driver.count(Call.ALLOCATE));
    }

    /** The norm of the weights for the cost, that of the slopes for the clip, those of weights and directions for the step. */
    @Test
    void normsTakeOneCopyForAllLayersTogether() {
        train(plan(0.1, Training.DEFAULT.with(Lamb.of(0.01)).withClipNorm(1)));
        assertEquals((2 + 3) * UPDATES, driver.count(Call.READ));
    }
}
