package backstep.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import backstep.experiment.Experiment;
import backstep.experiment.ExperimentDocument;
import backstep.experiment.TrainingDocument.Engine;
import backstep.linalg.MatrixEngine;
import backstep.linalg.Precision;
import backstep.linalg.WatchedEngines;
import backstep.linalg.ejml.EjmlEngine;
import backstep.linalg.ejml.EjmlFloatEngine;
import backstep.linalg.jcuda.GpuException;
import backstep.training.Plan;
import backstep.training.speed.Comparison;
import backstep.training.speed.Timing;
import backstep.training.speed.Work;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** Which engine a run gets; by cards that are made up, and a race that nobody runs. */
class EnginesTest {

    private static final Card MISSING = new Card.Missing("no NVIDIA driver");

    /** 1 µs an operation and 1 ns a flop beside 20 µs and 10 ps: they meet where the flops are 19 192 times the operations. */
    private static final Comparison MEASURED = new Comparison(timings(1e-6, 1e-9), timings(20e-6, 1e-11));

    private final WatchedEngines onCard = new WatchedEngines("jcuda");
    private final Queue<Runnable> beside = new ArrayDeque<>();
    private int races;

    private static List<Timing> timings(double perOperation, double perFlop) {
        return List.of(
                new Timing(new Work(30, 1_000), 30 * perOperation + 1_000 * perFlop),
                new Timing(new Work(30, 1_000_000_000), 30 * perOperation + 1_000_000_000 * perFlop));
    }

    private Card there() {
        return new Card.There("Card 3000", 8L << 30, "12.4", "8.6", () -> "own kernels", _ -> onCard.get());
    }

    private Engines engines(Card card) {
        return new Engines(EnginesTest::processor, () -> card, new Races((_, _) -> race(), beside::add));
    }

    private Comparison race() {
        races++;
        return MEASURED;
    }

    private static MatrixEngine processor(Precision precision) {
        return precision == Precision.FLOAT32 ? new EjmlFloatEngine() : new EjmlEngine();
    }

    private static Plan plan(int units, String precision) {
        String text = """
                {"network": {"inputs": 2, "layers": [{"type": "dense", "units": UNITS, "activation": "tanh"},
                   {"type": "dense", "units": UNITS, "activation": "tanh"},
                   {"type": "dense", "units": 1, "activation": "sigmoid"}], "loss": "binary-cross-entropy"},
                 "data": {"dataset": "gauss", "count": 256},
                 "training": {"batchSize": 256, "precision": "PRECISION"}}""".replace("UNITS", Integer.toString(units)).replace("PRECISION", precision);
        return Experiment.of(Json.read(text.getBytes(StandardCharsets.UTF_8), ExperimentDocument.class))
                .plan();
    }

    private static final Plan SMALL = plan(4, "float64");
    private static final Plan LARGE = plan(200, "float64");

    private void run() {
        beside.forEach(Runnable::run);
        beside.clear();
    }

    @Test
    void whatIsAskedForIsUsed() {
        assertEquals("asked for", engines(there()).choose(Engine.EJML, LARGE).why());
        EngineChoice choice = engines(there()).choose(Engine.JCUDA, SMALL);
        assertTrue(choice.isOnCard());
        assertEquals("own kernels", choice.products());
        assertEquals("jcuda", choice.maker().get().name());
        assertEquals("Card 3000", choice.answer().gpu());
    }

    @Test
    void withoutACardTheProcessorComputesAndSaysWhy() {
        EngineChoice asked = engines(MISSING).choose(Engine.JCUDA, LARGE);
        assertFalse(asked.isOnCard());
        assertTrue(asked.fellBack());
        assertEquals("the GPU was asked for, but there is none to use here (no NVIDIA driver)", asked.why());
        EngineChoice left = engines(MISSING).choose(Engine.AUTO, LARGE);
        assertFalse(left.fellBack());
        assertEquals("the processor, since there is no GPU to use here (no NVIDIA driver)", left.why());
        assertEquals("no NVIDIA driver", left.answer().missing());
    }

    @Test
    void thePrecisionIsThatOfThePlanOnEitherEngine() {
        EngineChoice choice = engines(MISSING).choose(Engine.EJML, plan(4, "float32"));
        assertEquals(Precision.FLOAT32, choice.precision());
        assertEquals(Precision.FLOAT32, choice.maker().get().precision());
        assertEquals("float32", choice.answer().precision());
    }

    @Test
    void theFirstRunThatLeavesTheChoiceDoesNotWaitForTheMeasurement() {
        Engines engines = engines(there());
        EngineChoice first = engines.choose(null, LARGE);
        assertFalse(first.isOnCard());
        assertEquals(EngineWords.beingMeasured(), first.why());
        assertEquals(0, races);
        run();
        assertTrue(engines.choose(null, LARGE).isOnCard());
    }

    @Test
    void itIsMeasuredOnceForEachPrecision() {
        Engines engines = engines(there());
        engines.choose(Engine.AUTO, LARGE);
        engines.choose(Engine.AUTO, SMALL);
        run();
        engines.choose(Engine.AUTO, SMALL);
        assertEquals(1, races);
        engines.choose(Engine.AUTO, plan(4, "float32"));
        run();
        assertEquals(2, races);
        assertEquals(2, engines.measured().size());
    }

    @Test
    void nothingIsMeasuredForWhoeverChose() {
        Engines engines = engines(there());
        engines.choose(Engine.EJML, LARGE);
        engines.choose(Engine.JCUDA, LARGE);
        engines.measure(Engine.JCUDA, Precision.FLOAT64);
        assertEquals(0, beside.size());
    }

    @Test
    void smallUpdatesStayOnTheProcessorAndLargeOnesGoToTheCard() {
        Engines engines = engines(there());
        engines.choose(Engine.AUTO, SMALL);
        run();
        EngineChoice small = engines.choose(Engine.AUTO, SMALL);
        EngineChoice large = engines.choose(Engine.AUTO, LARGE);
        assertFalse(small.isOnCard());
        assertTrue(large.isOnCard());
        assertTrue(small.work().flops() < small.gainsFrom().orElseThrow());
        assertTrue(large.work().flops() > large.gainsFrom().orElseThrow());
        assertEquals(
                "an update here is " + EngineWords.flops(large.work().flops()) + "; the GPU gains from "
                        + EngineWords.flops(large.gainsFrom().orElseThrow()) + " on, measured on this machine",
                large.why());
    }

    @Test
    void aCardThatFailsToBeMeasuredIsNotUsed() {
        Engines engines = new Engines(
                EnginesTest::processor,
                this::there,
                new Races(
                        (_, _) -> {
                            throw GpuException.of("CUDA_ERROR_LAUNCH_FAILED", "multiplying");
                        },
                        Runnable::run));
        engines.measure(null, Precision.FLOAT64);
        EngineChoice choice = engines.choose(null, LARGE);
        assertFalse(choice.isOnCard());
        assertTrue(choice.why().contains("CUDA_ERROR_LAUNCH_FAILED"), choice.why());
    }

    @Test
    void flopsAreToldWithTwoDigits() {
        assertEquals("980 FLOP", EngineWords.flops(980));
        assertEquals("2.1 MFLOP", EngineWords.flops(2_149_000));
        assertEquals("40 MFLOP", EngineWords.flops(40_200_000));
        assertEquals("1.3 TFLOP", EngineWords.flops(1_300_000_000_000L));
    }
}
