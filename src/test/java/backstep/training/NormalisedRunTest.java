package backstep.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import backstep.linalg.ejml.EjmlEngine;
import backstep.network.Activation;
import backstep.network.Addition;
import backstep.network.BatchNorm;
import backstep.network.Dense;
import backstep.network.Loss;
import backstep.network.Network;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Runs of networks whose layers are not all dense. */
class NormalisedRunTest {

    private static final Network NETWORK = new Network(
            2,
            List.of(
                    new Dense(4, Activation.LINEAR),
                    new BatchNorm(Activation.TANH),
                    new Dense(4, Activation.TANH),
                    new Addition(2, Activation.LINEAR),
                    new Dense(1, Activation.SIGMOID)),
            Loss.BINARY_CROSS_ENTROPY);

    private static Run run() {
        Training training =
                Training.DEFAULT.with(Adam.of(0.01)).withBatchSize(3).withEpochs(50);
        return new Run(EjmlEngine::new, GivenPlan.plan(NETWORK, GivenPlan.train(GivenPlan.XOR), training));
    }

    @Test
    void anyMomentIsHadAgainWithItsRunningStatistics() {
        Run run = run();
        List<Moment> moments = new ArrayList<>(List.of(run.now()));
        for (int k = 0; k < 40; k++) {
            run.step();
            moments.add(run.now());
        }
        for (int k = 40; k >= 0; k--) {
            assertEquals(moments.get(k).theta(), run.history().at(k).theta(), "update " + k);
        }
        assertNotEquals(
                moments.get(0).theta().running(), moments.get(40).theta().running());
    }

    @Test
    void thereIsANormForEachMatrix() {
        Run run = run();
        run.step();
        assertEquals(4, run.measure().gradientNorms().size());
        assertEquals(4, run.measure().thetaNorms().size());
    }
}
