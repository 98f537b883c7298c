package backstep.training;

import static org.junit.jupiter.api.Assertions.assertTrue;

import backstep.data.Generator;
import backstep.data.Recipe;
import backstep.data.Split;
import backstep.linalg.MatrixEngine;
import backstep.linalg.ejml.EjmlEngine;
import backstep.linalg.ejml.EjmlFloatEngine;
import backstep.network.Activation;
import backstep.network.Loss;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Once warm, an update allocates nothing: a collector that has nothing to do makes no pauses. */
class AllocationTest {

    /** What a JVM allocates by itself now and then, over all the updates that are measured. */
    private static final long SLACK = 16_384;

    private static final int UPDATES = 2_000;

    static List<Optimizer> optimizers() {
        return RandomPlans.optimizers();
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void aWarmUpdateAllocatesNothing(Optimizer optimizer) {
        assertAllocatesNothing(new EjmlEngine(), optimizer);
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void inSinglePrecisionItAllocatesNothingEither(Optimizer optimizer) {
        assertAllocatesNothing(new EjmlFloatEngine(), optimizer);
    }

    private static void assertAllocatesNothing(MatrixEngine engine, Optimizer optimizer) {
        Split split = Recipe.usual(Generator.SPIRAL).dataSet().split(0, 1);
        Trainer trainer = new Trainer(
                engine,
                GivenPlan.plan(
                        GivenPlan.network(Loss.BINARY_CROSS_ENTROPY, Activation.TANH, Activation.SIGMOID, 2, 8, 8, 1),
                        split,
                        Training.DEFAULT.with(optimizer).withBatchSize(16).withClipNorm(1)));
        advance(trainer, 10 * UPDATES);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int attempt = 0; attempt < 5 && least > SLACK; attempt++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            advance(trainer, UPDATES);
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertTrue(least <= SLACK, least + " bytes in " + UPDATES + " updates");
    }

    private static void advance(Trainer trainer, int updates) {
        for (int k = 0; k < updates; k++) {
            trainer.update();
            trainer.isFinite();
        }
    }
}
