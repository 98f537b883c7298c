package backstep.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import backstep.experiment.Experiment;
import backstep.experiment.ExperimentDocument;
import backstep.network.InvalidNetwork;
import backstep.training.Run;
import io.javalin.http.ConflictResponse;
import io.javalin.http.HttpResponseException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which runs go, wait, stop and are forgotten; by a clock that goes when the test says so. */
class TrainingRunsTest {

    private static final RunLimits LIMITS = new RunLimits(
            1, 3, Duration.ofMinutes(10), Duration.ofMinutes(1), Duration.ofSeconds(30), 50_000_000, 70_000_000);

    private final AtomicLong clock = new AtomicLong();
    private final TrainingRuns runs = new TrainingRuns(LIMITS, Engines.ofThisMachine(), clock::get);

    @AfterEach
    void close() {
        runs.close();
    }

    private LiveRun givenRun(int epochs) {
        ExperimentDocument document = document(epochs, 1, 10);
        return runs.add(document, Experiment.of(document));
    }

    private static ExperimentDocument document(int epochs, int units, int batchSize) {
        String text = """
                {"network": {"inputs": 2, "layers": [{"type": "dense", "units": UNITS, "activation": "tanh"},
                   {"type": "dense", "units": 1, "activation": "sigmoid"}], "loss": "binary-cross-entropy"},
                 "data": {"dataset": "gauss", "count": 10000}, "training": {"epochs": EPOCHS, "batchSize": SIZE}}""".replace("EPOCHS", Integer.toString(epochs))
                .replace("UNITS", Integer.toString(units))
                .replace("SIZE", Integer.toString(batchSize));
        return Json.read(text.getBytes(StandardCharsets.UTF_8), ExperimentDocument.class);
    }

    private void advanceClock(Duration time) {
        clock.addAndGet(time.toNanos());
        runs.pauseUnwatched();
    }

    private static void await(LiveRun run, Run.State state) throws InterruptedException {
        long seen = -1;
        while (run.state() != state) {
            seen = run.changes().awaitMoreThan(seen, Duration.ofSeconds(20));
        }
    }

    private static void awaitState(LiveRun run, Run.State state) {
        try {
            await(run, state);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitWaiting(Thread thread) {
        while (thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }

    /** Waits until a run has made so many updates. */
    @Test
    void oneGoesAndTheOthersWaitForTheirTurn() throws InterruptedException {
        LiveRun first = givenRun(1_000_000);
        LiveRun second = givenRun(1_000_000);
        runs.resume(first);
        await(first, Run.State.RUNNING);
        runs.resume(second);
        assertEquals(Run.State.QUEUED, second.state());
        first.pause(null);
        await(second, Run.State.RUNNING);
        assertEquals(Run.State.PAUSED, first.state());
    }

    /** Here time goes on by itself: every look at the clock takes a fiftieth of a turn. */
    @Test
    void longRunsTakeTurns() throws InterruptedException {
        AtomicLong goes = new AtomicLong();
        LongSupplier looks = () -> goes.addAndGet(Duration.ofMillis(2).toNanos());
        RunLimits limits =
                new RunLimits(1, 2, Duration.ofDays(1), Duration.ofDays(1), Duration.ofDays(1), 50_000_000, 70_000_000);
        try (TrainingRuns sharing = new TrainingRuns(limits, Engines.ofThisMachine(), looks)) {
            ExperimentDocument document = document(1_000_000, 1, 10);
            LiveRun first = sharing.add(document, Experiment.of(document));
            LiveRun slow = sharing.add(document, Experiment.of(document));
            sharing.resume(first);
            slow.setTempo(1e-6);
            sharing.resume(slow);
            awaitUpdates(slow, 1);
            awaitUpdates(first, first.look(Run::iteration) + 1);
            assertEquals(Run.State.RUNNING, first.state());
            assertEquals(Run.State.RUNNING, slow.state());
        }
    }

    private static void awaitUpdates(LiveRun run, int updates) throws InterruptedException {
        long seen = -1;
        while (run.look(Run::iteration) < updates) {
            seen = run.changes().awaitMoreThan(seen, Duration.ofSeconds(20));
        }
    }

    @Test
    void whatIsPausedWhileItWaitsDoesNotGo() throws InterruptedException {
        LiveRun first = givenRun(1_000_000);
        LiveRun second = givenRun(1_000_000);
        LiveRun third = givenRun(1);
        runs.resume(first);
        await(first, Run.State.RUNNING);
        runs.resume(second);
        runs.resume(third);
        second.pause(null);
        first.pause(null);
        await(third, Run.State.DONE);
        assertEquals(Run.State.PAUSED, second.state());
        assertEquals(0, second.look(Run::iteration));
    }

    @Test
    void aRunPausesAMinuteAfterItsLastWatcherWentAway() throws InterruptedException {
        LiveRun run = givenRun(1_000_000);
        run.audience().arrive();
        run.audience().arrive();
        runs.resume(run);
        await(run, Run.State.RUNNING);
        run.audience().leave();
        advanceClock(Duration.ofMinutes(2));
        assertEquals(Run.State.RUNNING, run.state());
        run.audience().leave();
        advanceClock(Duration.ofSeconds(59));
        assertEquals(Run.State.RUNNING, run.state());
        advanceClock(Duration.ofSeconds(1));
        assertEquals(Run.State.PAUSED, run.state());
        assertEquals("Nobody watches it any more; resume it to go on.", run.reason());
    }

    @Test
    void aRunThatNobodyEverWatchedGoesOn() throws InterruptedException {
        LiveRun run = givenRun(1_000_000);
        runs.resume(run);
        await(run, Run.State.RUNNING);
        advanceClock(Duration.ofMinutes(9));
        assertEquals(Run.State.RUNNING, run.state());
    }

    @Test
    void aRunPausesWhenItHasGoneForLongAndCanBeResumed() throws InterruptedException {
        LiveRun run = givenRun(1_000_000);
        runs.resume(run);
        await(run, Run.State.RUNNING);
        clock.addAndGet(Duration.ofMinutes(11).toNanos());
        await(run, Run.State.PAUSED);
        assertEquals("It has gone for 10 minutes; resume it to go on.", run.reason());
        runs.resume(run);
        await(run, Run.State.RUNNING);
    }

    @Test
    void aStepIsForARunThatIsPaused() throws InterruptedException {
        LiveRun run = givenRun(1_000_000);
        runs.resume(run);
        await(run, Run.State.RUNNING);
        ConflictResponse refused = assertThrows(ConflictResponse.class, run::step);
        assertEquals("Run " + run.id() + " is running; pause it to make a single update.", refused.getMessage());
        run.pause(null);
        int before = run.look(Run::iteration);
        run.step();
        assertEquals(before + 1, run.look(Run::iteration));
    }

    @Test
    void aStepThatComesToItsTurnAfterTheRunWasResumedDoesNotStopIt() throws InterruptedException {
        LiveRun run = givenRun(1_000_000);
        Thread stepping = new Thread(run::step);
        run.look(held -> {
            stepping.start();
            awaitWaiting(stepping);
            runs.resume(run);
            awaitState(run, Run.State.RUNNING);
            return held;
        });
        stepping.join();
        awaitUpdates(run, 2);
    }

    @Test
    void aPauseThatComesToItsTurnAfterTheRunWasResumedDoesNotStopIt() throws InterruptedException {
        LiveRun run = givenRun(1_000_000);
        runs.resume(run);
        await(run, Run.State.RUNNING);
        int updates = run.look(late -> {
            late.pause();
            return late.iteration();
        });
        awaitUpdates(run, updates + 1);
    }

    @Test
    void nobodyWaitsForARunThatIsDeletedInTheMidstOfAnUpdate() throws InterruptedException {
        LiveRun run = givenRun(1_000_000);
        runs.resume(run);
        await(run, Run.State.RUNNING);
        Thread deleting = new Thread(() -> runs.delete(run.id()));
        synchronized (run.look(held -> held)) {
            deleting.start();
            assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
                while (runs.find(run.id()).isPresent() || deleting.getState() != Thread.State.BLOCKED) {
                    Thread.onSpinWait();
                }
                assertEquals(List.of(), runs.all());
            });
        }
        deleting.join();
        assertTrue(run.isClosed());
    }

    @Test
    void theOldestThatIsFinishedMakesRoom() throws InterruptedException {
        LiveRun waiting = givenRun(1);
        LiveRun finished = givenRun(1);
        givenRun(1);
        runs.resume(finished);
        await(finished, Run.State.DONE);
        LiveRun fourth = givenRun(1);
        assertThrows(NoSuchRun.class, () -> runs.get(finished.id()));
        assertSame(waiting, runs.get(waiting.id()));
        assertSame(fourth, runs.get(fourth.id()));
    }

    @Test
    void whatWaitsAndNobodyWatchesMakesRoomTheLongestUnusedFirst() {
        LiveRun watched = givenRun(1);
        watched.audience().arrive();
        LiveRun usedAgain = givenRun(1);
        LiveRun unused = givenRun(1);
        advanceClock(Duration.ofSeconds(1));
        usedAgain.look(Run::iteration);
        LiveRun fourth = givenRun(1);
        assertEquals(List.of(watched, usedAgain, fourth), runs.all());
        assertTrue(unused.isClosed());
    }

    @Test
    void whereAllAreWatchedThereIsNoRoom() {
        for (int k = 0; k < 3; k++) {
            givenRun(1).audience().arrive();
        }
        HttpResponseException refused = assertThrows(HttpResponseException.class, () -> givenRun(1));
        assertEquals(429, refused.getStatus());
        runs.all().getFirst().audience().leave();
        assertFalse(givenRun(1).isClosed());
    }

    @Test
    void closingEndsWhatGoes() throws InterruptedException {
        LiveRun run = givenRun(1_000_000);
        runs.resume(run);
        await(run, Run.State.RUNNING);
        runs.close();
        assertTrue(run.isClosed());
        int last = run.look(Run::iteration);
        runs.resume(run);
        assertEquals(last, run.look(Run::iteration));
        assertEquals(Run.State.PAUSED, run.state());
    }

    @Test
    void aRunThatTakesTooMuchMemoryIsRefused() {
        ExperimentDocument document = document(1, 4_096, 200);
        InvalidNetwork refused = assertThrows(InvalidNetwork.class, () -> runs.add(document, Experiment.of(document)));
        assertEquals(
                "/network: its run would take about 159 MB, and may take 50 MB; take fewer units or smaller batches",
                refused.getMessage());
    }

    @Test
    void anUpdateThatWouldTakeTooLongIsRefused() {
        ExperimentDocument document = images(40, 20, 150);
        InvalidNetwork refused = assertThrows(InvalidNetwork.class, () -> runs.add(document, Experiment.of(document)));
        assertEquals(
                "/training/batchSize: an update would take 1,015,267,650 products, and may take 1,000,000,000; take smaller"
                        + " batches or fewer units",
                refused.getMessage());
    }

    @Test
    void whatConvolutionsSeeIsCountedAsMemory() {
        ExperimentDocument document = images(15, 7, 1);
        InvalidNetwork refused = assertThrows(InvalidNetwork.class, () -> runs.add(document, Experiment.of(document)));
        assertTrue(refused.getMessage().startsWith("/network: its run would take about "), refused.getMessage());
    }

    /** A convolution that looks at four thousand pixels from as many places. */
    private static ExperimentDocument images(int kernel, int padding, int examples) {
        String text = """
                {"network": {"inputs": [1, 64, 64], "layers": [
                   {"type": "conv2d", "filters": 1, "kernel": KERNEL, "padding": PADDING, "activation": "relu"},
                   {"type": "dense", "units": 1, "activation": "sigmoid"}], "loss": "binary-cross-entropy"},
                 "data": {"x": X, "y": Y}, "training": {"batchSize": 1000}}""".replace("KERNEL", Integer.toString(kernel))
                .replace("PADDING", Integer.toString(padding))
                .replace(
                        "X",
                        Collections.nCopies(examples, Collections.nCopies(4_096, 0))
                                .toString())
                .replace("Y", Collections.nCopies(examples, List.of(1)).toString());
        return Json.read(text.getBytes(StandardCharsets.UTF_8), ExperimentDocument.class);
    }

    @Test
    void measuringThatWouldTakeTooLongIsRefused() {
        String text = """
                {"network": {"inputs": 2, "layers": [{"type": "dense", "units": 1000, "activation": "tanh"},
                   {"type": "dense", "units": 1000, "activation": "tanh"},
                   {"type": "dense", "units": 1, "activation": "sigmoid"}], "loss": "binary-cross-entropy"},
                 "data": {"dataset": "gauss", "count": 100000}}""";
        ExperimentDocument document = Json.read(text.getBytes(StandardCharsets.UTF_8), ExperimentDocument.class);
        InvalidNetwork refused = assertThrows(InvalidNetwork.class, () -> runs.add(document, Experiment.of(document)));
        assertEquals(
                "/network: to measure it by all examples would take 100,500,100,000 products, and may take 100,000,000,000;"
                        + " take fewer examples or units",
                refused.getMessage());
    }

    @Test
    void largeRunsMakeRoomForEachOther() throws InterruptedException {
        ExperimentDocument large = document(1, 300, 50);
        LiveRun first = runs.add(large, Experiment.of(large));
        runs.resume(first);
        await(first, Run.State.DONE);
        runs.add(large, Experiment.of(large));
        runs.add(large, Experiment.of(large));
        assertThrows(NoSuchRun.class, () -> runs.get(first.id()));
        assertEquals(2, runs.all().size());
    }

    @Test
    void namesCannotBeGuessed() {
        assertTrue(givenRun(1).id().matches("[a-z2-9]{12}"));
    }
}
