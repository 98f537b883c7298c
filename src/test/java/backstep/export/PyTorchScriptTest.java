package backstep.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import backstep.data.Split;
import backstep.linalg.Matrix;
import backstep.linalg.Precision;
import backstep.network.Activation;
import backstep.network.Batch;
import backstep.network.Cost;
import backstep.network.Dense;
import backstep.network.Initialization;
import backstep.network.InvalidNetwork;
import backstep.network.Loss;
import backstep.network.Network;
import backstep.network.Penalty;
import backstep.network.Sign;
import backstep.network.Theta;
import backstep.training.Adagrad;
import backstep.training.Adam;
import backstep.training.AdamW;
import backstep.training.Best;
import backstep.training.Cosine;
import backstep.training.EarlyStopping;
import backstep.training.Lamb;
import backstep.training.Optimizer;
import backstep.training.Plan;
import backstep.training.RmsProp;
import backstep.training.Schedule;
import backstep.training.Sgd;
import backstep.training.Start;
import backstep.training.Training;
import backstep.training.WarmupCosine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class PyTorchScriptTest {

    private static final Network NETWORK = new Network(
            2, List.of(new Dense(2, Activation.TANH), new Dense(1, Activation.SIGMOID)), Loss.BINARY_CROSS_ENTROPY);
    private static final Theta THETA =
            new Theta(List.of(Matrix.of(2, 3, 0.1, 0.5, -0.25, 0, 1, 1e-5), Matrix.of(1, 3, -0.5, 2, 0.75)));
    private static final Batch XOR = new Batch(Matrix.of(4, 2, 0, 0, 0, 1, 1, 0, 1, 1), Matrix.of(4, 1, 0, 1, 1, 0));
    private static final Training TRAINING =
            Training.DEFAULT.inOrder().withBatchSize(3).withEpochs(20);

    static final List<Object[]> OPTIMIZERS = List.of(
            new Object[] {Sgd.plain(0.5), "torch.optim.SGD(model.parameters(), lr=0.5)"},
            new Object[] {
                new Sgd(0.5, 0.9, true), "torch.optim.SGD(model.parameters(), lr=0.5, momentum=0.9, nesterov=True)"
            },
            new Object[] {Adagrad.of(0.1), "torch.optim.Adagrad(model.parameters(), lr=0.1, eps=1.0e-10)"},
            new Object[] {RmsProp.of(0.01), "torch.optim.RMSprop(model.parameters(), lr=0.01, alpha=0.99, eps=1.0e-8)"},
            new Object[] {
                Adam.of(0.008), "torch.optim.Adam(model.parameters(), lr=0.008, betas=(0.9, 0.999), eps=1.0e-8)"
            },
            new Object[] {
                AdamW.of(0.008),
                "torch.optim.AdamW(model.parameters(), lr=0.008, betas=(0.9, 0.999), eps=1.0e-8, weight_decay=0.01)"
            },
            new Object[] {Lamb.of(0.02), "LAMB(layers, lr=0.02, betas=(0.9, 0.999), eps=1.0e-6, weight_decay=0)"});

    private static Plan plan(Penalty penalty, Training training) {
        return new Plan(new Cost(NETWORK, penalty, Sign.LOSS), THETA, new Split(XOR, Optional.empty()), training);
    }

    private static String golden(String name) throws IOException {
        try (InputStream text = Objects.requireNonNull(PyTorchScriptTest.class.getResourceAsStream(name))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aSmallPlanIsAScriptThatCanBeReadInOneGo() throws IOException {
        assertEquals(golden("xor.py"), PyTorchScript.of(plan(Penalty.NONE, TRAINING)));
    }

    @Test
    void everythingThatAPlanMayHaveIsInItsScript() throws IOException {
        Training training = TRAINING.with(new Lamb(0.02, Lamb.MEANS, 0.01))
                .with(new WarmupCosine(5, 40, 0.001, Schedule.Per.ITERATION))
                .withClipNorm(1)
                .with(new EarlyStopping(3, 0.001));
        Plan plan = new Plan(
                new Cost(NETWORK, new Penalty(0.01, 0.002), Sign.LOSS),
                THETA,
                new Split(XOR, Optional.of(XOR.example(2))),
                training);
        assertEquals(golden("everything.py"), PyTorchScript.of(plan));
    }

    @ParameterizedTest
    @FieldSource("OPTIMIZERS")
    void everyOptimizerIsThatOfPyTorch(Optimizer optimizer, String made) {
        String script = PyTorchScript.of(plan(Penalty.NONE, TRAINING.with(optimizer)));
        assertTrue(script.contains("\noptimizer = " + made + "\n"), script);
        assertEquals(optimizer instanceof Lamb, script.contains("class LAMB"));
    }

    /** Batches of 3 and of 1 make an epoch of two updates, so that after 5 the third epoch is half done. */
    @Test
    void aPlanThatIsEnteredInItsMidstGoesOnFromThere() {
        Training training = TRAINING.with(new EarlyStopping(3, 0.001)).with(new Cosine(8, 0, Schedule.Per.EPOCH));
        Plan plan = new Plan(
                new Cost(NETWORK, Penalty.NONE, Sign.LOSS),
                new Start(5, THETA, Optional.empty()).with(Optional.of(new Best(0.25, 2))),
                new Split(XOR, Optional.empty()),
                training);
        String script = PyTorchScript.of(plan);
        assertTrue(script.contains("best, epochs_without_best = 0.25, 2\nfor epoch in range(3, 20 + 1):\n"), script);
        assertTrue(script.contains("        if epoch == 3 and k < 1:\n            continue\n"), script);
        assertTrue(script.contains("    for _ in range(2):\n        scheduler.step()\n"), script);
        assertFalse(script.contains("optimizer.state"), script);
    }

    @Test
    void aPlanInSinglePrecisionIsAScriptInSinglePrecision() {
        String script = PyTorchScript.of(plan(Penalty.NONE, TRAINING.with(Precision.FLOAT32)));
        assertTrue(script.contains("\ntorch.set_default_dtype(torch.float32)\n"), script);
        assertTrue(script.contains("dtype=torch.float32)"), script);
        assertFalse(script.contains("float64"), script);
    }

    @Test
    void aScheduleTicksWhereItsClockDoes() {
        Training perEpoch = TRAINING.with(new Cosine(20, 0, Schedule.Per.EPOCH));
        Training perUpdate = TRAINING.with(new Cosine(20, 0, Schedule.Per.ITERATION));
        assertTrue(PyTorchScript.of(plan(Penalty.NONE, perEpoch)).contains("\n    scheduler.step()\n"));
        assertTrue(PyTorchScript.of(plan(Penalty.NONE, perUpdate)).contains("\n        scheduler.step()\n"));
        assertFalse(PyTorchScript.of(plan(Penalty.NONE, TRAINING)).contains("scheduler"));
    }

    @Test
    void shuffledExamplesAreShuffledByPyTorch() {
        String script = PyTorchScript.of(plan(Penalty.NONE, Training.DEFAULT));
        assertTrue(script.contains("    order = torch.randperm(len(x))\n"), script);
    }

    static final List<Loss> LOSSES = List.of(Loss.values());

    @ParameterizedTest
    @FieldSource("LOSSES")
    void everyLossIsWrittenForEveryOutputThatItTakes(Loss loss) {
        Stream.of(Activation.values()).forEach(output -> {
            Network network;
            try {
                network = new Network(2, List.of(new Dense(2, output)), loss);
            } catch (InvalidNetwork combinationWithoutMeaning) {
                return;
            }
            Batch batch = new Batch(Matrix.of(1, 2, 1, 2), Matrix.of(1, 2, 0, 1));
            Theta theta = Initialization.ZEROS.theta(network, 1);
            Plan plan = new Plan(
                    new Cost(network, Penalty.NONE, Sign.LOSS),
                    theta,
                    new Split(batch, Optional.empty()),
                    Training.DEFAULT);
            assertTrue(PyTorchScript.of(plan).contains(".sum(dim=1).mean()\n"));
        });
    }
}
