package backstep.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import backstep.data.Split;
import backstep.linalg.Matrix;
import backstep.linalg.ejml.EjmlEngine;
import backstep.network.Activation;
import backstep.network.Batch;
import backstep.network.Cost;
import backstep.network.Dense;
import backstep.network.Initialization;
import backstep.network.Loss;
import backstep.network.Network;
import backstep.network.Penalty;
import backstep.network.Sign;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunTest {

    @Test
    void xorIsLearned() {
        Network network = new Network(
                2, List.of(new Dense(4, Activation.TANH), new Dense(1, Activation.SIGMOID)), Loss.BINARY_CROSS_ENTROPY);
        Batch batch = new Batch(Matrix.of(4, 2, 0, 0, 0, 1, 1, 0, 1, 1), Matrix.of(4, 1, 0, 1, 1, 0));
        Plan plan = new Plan(
                new Cost(network, Penalty.NONE, Sign.LOSS),
                Initialization.XAVIER_UNIFORM.theta(network, 3),
                new Split(batch, Optional.empty()),
                Training.DEFAULT.with(Sgd.plain(0.5)).withBatchSize(3).withEpochs(2000));
        Run run = new Run(EjmlEngine::new, plan);
        run.resume();
        assertEquals(4000, run.advance(10_000));
        assertEquals(Run.State.DONE, run.state());
        assertTrue(
                run.metrics().getLast().trainLoss() < 0.05,
                run.metrics().getLast().toString());
        assertEquals(run.now(), run.history().at(4000));
    }
}
