package backstep.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import backstep.data.Generator;
import backstep.data.Recipe;
import backstep.linalg.Matrix;
import backstep.linalg.MatrixEngine;
import backstep.linalg.ejml.EjmlEngine;
import backstep.linalg.ejml.EjmlFloatEngine;
import backstep.network.Theta;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole runs in single precision. */
class SinglePrecisionTest {

    private static final Plan PLAN = GivenPlan.plan(
            GivenPlan.classifier(2, 12, 8, 1),
            Recipe.usual(Generator.CIRCLE).dataSet().split(0, 1),
            Training.DEFAULT.with(Adam.of(0.01)).withBatchSize(32).withEpochs(20));

    static Stream<MatrixEngine> engines() {
        return Stream.of(new EjmlFloatEngine(), EjmlFloatEngine.withSystemLibrary());
    }

    private static Theta trained(MatrixEngine engine) {
        Trainer trainer = new Trainer(engine, PLAN);
        while (trainer.iteration() < PLAN.iterations()) {
            trainer.update();
        }
        return trainer.theta();
    }

    private static double mostApart(Theta one, Theta other) {
        double most = 0;
        for (int l = 1; l <= one.matrices().size(); l++) {
            Matrix a = one.matrix(l);
            for (int k = 0; k < a.size(); k++) {
                most = Math.max(most, Math.abs(a.toArray()[k] - other.matrix(l).toArray()[k]));
            }
        }
        return most;
    }

    @ParameterizedTest
    @MethodSource("engines")
    void aRunStaysNearTheOneInDoublePrecision(MatrixEngine engine) {
        double apart = mostApart(trained(new EjmlEngine()), trained(engine));
        assertTrue(apart > 1e-9 && apart < 1e-3, "apart by " + apart);
    }

    @Test
    void aRunLearnsWhatItLearnsInDoublePrecision() {
        Run run = new Run(EjmlFloatEngine::new, PLAN);
        run.resume();
        run.advance(Integer.MAX_VALUE);
        assertEquals(1, run.metrics().getLast().trainAccuracy().orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("engines")
    void threadsThatShareAnEngineEachHaveTheSameBits(MatrixEngine engine) throws Exception {
        Theta alone = trained(engine);
        assertNotEquals(alone, PLAN.start().theta());
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            Callable<Theta> one = () -> trained(engine);
            for (Future<Theta> each : threads.invokeAll(List.of(one, one, one))) {
                assertEquals(alone, each.get());
            }
        }
    }
}
