package backstep.training;

import static org.junit.jupiter.api.Assertions.assertTrue;

import backstep.data.Generator;
import backstep.data.Recipe;
import backstep.data.Split;
import backstep.linalg.Matrix;
import backstep.linalg.MatrixEngine;
import backstep.linalg.ejml.EjmlEngine;
import backstep.linalg.ejml.EjmlFloatEngine;
import backstep.network.Activation;
import backstep.network.Batch;
import backstep.network.Conv2d;
import backstep.network.Dense;
import backstep.network.Flatten;
import backstep.network.Layer;
import backstep.network.Loss;
import backstep.network.MaxPool2d;
import backstep.network.Network;
import backstep.network.Shape;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Random;
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

    static List<MatrixEngine> engines() {
        return List.of(new EjmlEngine(), new EjmlFloatEngine());
    }

    @ParameterizedTest
    @MethodSource("engines")
    void thatIsSoOfConvolutionsToo(MatrixEngine engine) {
        assertAllocatesNothing(new Trainer(engine, images()));
    }

    private static Plan images() {
        List<Layer> layers = List.of(
                new Conv2d(2, 3, 1, 1, Activation.RELU),
                new MaxPool2d(2),
                new Conv2d(3, 2, 1, 0, Activation.RELU),
                new Flatten(),
                new Dense(2, Activation.SOFTMAX));
        Network network = new Network(new Shape.Image(1, 6, 6), layers, Loss.CROSS_ENTROPY);
        Batch batch =
                new Batch(Matrix.of(3, 36, new Random(1).doubles(3 * 36).toArray()), Matrix.of(3, 2, 1, 0, 0, 1, 1, 0));
        return GivenPlan.plan(network, GivenPlan.train(batch), Training.DEFAULT.withBatchSize(2));
    }

    private static void assertAllocatesNothing(MatrixEngine engine, Optimizer optimizer) {
        Split split = Recipe.usual(Generator.SPIRAL).dataSet().split(0, 1);
        Plan plan = GivenPlan.plan(
                GivenPlan.classifier(2, 8, 8, 1),
                split,
                Training.DEFAULT.with(optimizer).withBatchSize(16).withClipNorm(1));
        assertAllocatesNothing(new Trainer(engine, plan));
    }

    private static void assertAllocatesNothing(Trainer trainer) {
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
