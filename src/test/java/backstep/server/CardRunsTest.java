package backstep.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import backstep.experiment.Experiment;
import backstep.experiment.ExperimentDocument;
import backstep.linalg.WatchedEngines;
import backstep.linalg.ejml.EjmlEngine;
import backstep.linalg.jcuda.GpuException;
import backstep.training.Run;
import backstep.training.speed.Comparison;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Runs on a graphics card that is made up: when its memory is held, and what becomes of them where it fails. */
class CardRunsTest {

    private static final RunLimits LIMITS = new RunLimits(
            1, 3, Duration.ofMinutes(10), Duration.ofMinutes(1), Duration.ofSeconds(30), 50_000_000, 70_000_000);
    private static final GpuException NO_MEMORY = GpuException.of("CUDA_ERROR_OUT_OF_MEMORY", "allocating 8 bytes");
    private static final int LAYERS = 2;

    private final AtomicLong clock = new AtomicLong();
    private final WatchedEngines onCard = new WatchedEngines("jcuda");
    private final Engines engines = new Engines(
            _ -> new EjmlEngine(),
            () -> new Card.There("Card 3000", 8L << 30, "12.4", "8.6", () -> "own kernels", _ -> onCard.get()),
            new Races((_, _) -> new Comparison(List.of(), List.of()), Runnable::run));
    private final TrainingRuns runs = new TrainingRuns(LIMITS, engines, clock::get);

    @AfterEach
    void close() {
        runs.close();
        assertEquals(0, onCard.buffers(), "no buffer outlives the server");
    }

    private LiveRun givenRun(int epochs) {
        String text = """
                {"network": {"inputs": 2, "layers": [{"type": "dense", "units": 3, "activation": "tanh"},
                   {"type": "dense", "units": 1, "activation": "sigmoid"}], "loss": "binary-cross-entropy"},
                 "data": {"dataset": "gauss", "count": 100},
                 "training": {"epochs": EPOCHS, "batchSize": 50, "engine": "jcuda"}}""".replace("EPOCHS", Integer.toString(epochs));
        ExperimentDocument document = Json.read(text.getBytes(StandardCharsets.UTF_8), ExperimentDocument.class);
        return runs.add(document, Experiment.of(document));
    }

    private LiveRun given(LiveRun run, Run.State end) throws InterruptedException {
        runs.resume(run);
        long seen = -1;
        while (run.state() != end) {
            seen = run.changes().awaitMoreThan(seen, Duration.ofSeconds(20));
        }
        return run;
    }

    private void awaitNothingHeld() throws InterruptedException {
        onCard.awaitNoneOpen();
        assertEquals(0, onCard.buffers());
    }

    @Test
    void aRunThatIsDoneHoldsNothing() throws InterruptedException {
        LiveRun run = given(givenRun(20), Run.State.DONE);
        awaitNothingHeld();
        assertEquals("jcuda", new RunWriter(run).write().engine().name());
    }

    @Test
    void whoAsksForAMomentHasMemoryTakenUntilNobodyAsksAnyMore() throws InterruptedException {
        LiveRun run = given(givenRun(20), Run.State.DONE);
        awaitNothingHeld();
        new Moments(run).at(7, false);
        assertEquals(1, onCard.open());
        clock.addAndGet(Duration.ofSeconds(29).toNanos());
        runs.look();
        assertEquals(1, onCard.open());
        clock.addAndGet(Duration.ofSeconds(1).toNanos());
        runs.look();
        assertEquals(0, onCard.buffers());
    }

    @Test
    void aRunThatIsPausedForLongGivesItsMemoryBackAndGoesOnAsIfItHadNot() throws InterruptedException {
        LiveRun paused = givenRun(20);
        paused.step();
        clock.addAndGet(Duration.ofSeconds(31).toNanos());
        runs.look();
        assertEquals(0, onCard.buffers());
        LiveRun whole = given(givenRun(20), Run.State.DONE);
        given(paused, Run.State.DONE);
        assertEquals(whole.newest(), paused.newest());
    }

    @Test
    void aRunThatIsDeletedHoldsNothingAndTakesNothingMore() throws InterruptedException {
        LiveRun run = givenRun(20);
        assertTrue(onCard.open() > 0);
        runs.delete(run.id());
        awaitNothingHeld();
        assertThrows(NoSuchRun.class, () -> new Moments(run).at(0, false));
        assertEquals(0, onCard.open());
    }

    @Test
    void withoutMemoryAtTheStartTheWholeRunIsOnTheProcessor() throws InterruptedException {
        onCard.fail("allocate", 5, NO_MEMORY);
        LiveRun run = given(givenRun(20), Run.State.DONE);
        RunAnswer.EngineAnswer engine = new RunWriter(run).write().engine();
        assertEquals("ejml", engine.name());
        assertTrue(engine.fellBack());
        assertTrue(engine.why().startsWith("the GPU was asked for, but could not begin (GPU: "), engine.why());
        assertTrue(engine.why().contains("CUDA_ERROR_OUT_OF_MEMORY"), engine.why());
        assertEquals(0, onCard.buffers());
    }

    @Test
    void aFailureInTheMidstEndsTheRunWithPlaceReasonAndWayOut() throws InterruptedException {
        LiveRun run = givenRun(20);
        onCard.fail("update", 16 * LAYERS, NO_MEMORY);
        given(run, Run.State.FAILED);
        RunAnswer answer = new RunWriter(run).write();
        assertEquals(16, answer.iteration());
        assertEquals("jcuda", answer.engine().name(), "nothing moves to another engine in silence");
        String reason = answer.reason();
        assertNotNull(reason);
        assertTrue(reason.startsWith("In update 17 the GPU could not go on. "), reason);
        assertTrue(reason.contains("CUDA_ERROR_OUT_OF_MEMORY"), reason);
        assertTrue(reason.contains("take a smaller batch"), reason);
        onCard.heal();
        assertEquals(16, new Moments(run).at(16, false).iteration());
        assertFalse(answer.metrics().isEmpty());
    }

    @Test
    void aFailureInASingleStepEndsTheRunToo() {
        LiveRun run = givenRun(20);
        onCard.fail("update", 0, NO_MEMORY);
        run.step();
        assertEquals(Run.State.FAILED, run.state());
    }

    @Test
    void aCardThatIsLostLeavesWhatWasKept() throws InterruptedException {
        LiveRun run = givenRun(20);
        onCard.fail("update", 16 * LAYERS, GpuException.of("CUDA_ERROR_LAUNCH_FAILED", "updating"));
        given(run, Run.State.FAILED);
        onCard.fail("allocate", 0, GpuException.of("CUDA_ERROR_LAUNCH_FAILED", "allocating"));
        assertThrows(GpuException.class, () -> new Moments(run).at(15, false));
        assertEquals(16, run.newest().iteration());
        assertEquals(
                16,
                new Frames(run).next(new Watcher.View(new Shown.Live(), 10, 5)).capacity() > 0 ? 16 : 0);
    }
}
