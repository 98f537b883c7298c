package backstep.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import backstep.server.SweepAnswer.CellAnswer;
import backstep.training.Run;
import io.javalin.http.HttpResponseException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which sweeps go, wait and are forgotten; by a clock that goes when the test says so. */
class SweepsTest {

    private static final RunLimits LIMITS = new RunLimits(
            1, 6, Duration.ofMinutes(10), Duration.ofMinutes(1), Duration.ofMinutes(1), 1 << 30, 1L << 32);

    private final AtomicLong clock = new AtomicLong();
    private final TrainingRuns runs = new TrainingRuns(LIMITS, Engines.ofThisMachine(), clock::get);
    private final Sweeps sweeps = new Sweeps(runs);

    @AfterEach
    void close() {
        runs.close();
    }

    private Sweep started(int epochs, String seeds) {
        String text = """
                {"network": {"inputs": 2, "layers": [{"type": "dense", "units": 1, "activation": "sigmoid"}],
                   "loss": "binary-cross-entropy"}, "data": {"dataset": "gauss", "count": 1000},
                 "training": {"epochs": EPOCHS}, "rows": {"setting": "lambda", "values": [0]},
                 "columns": {"setting": "seed", "values": [SEEDS]}}""".replace("EPOCHS", Integer.toString(epochs)).replace("SEEDS", seeds);
        return sweeps.start(ExperimentRequest.read(text.getBytes(StandardCharsets.UTF_8), SweepRequest.class));
    }

    private static void awaitEnd(Sweep sweep) throws InterruptedException {
        for (LiveRun run : sweep.runs()) {
            long seen = -1;
            while (!run.state().isFinal()) {
                seen = run.changes().awaitMoreThan(seen, Duration.ofSeconds(20));
            }
        }
    }

    private static List<String> states(Sweep sweep) {
        return sweep.answer().cells().getFirst().stream().map(CellAnswer::state).toList();
    }

    private void advanceClock(Duration time) {
        clock.addAndGet(time.toNanos());
        runs.pauseUnwatched();
    }

    @Test
    void itsRunsWaitForTheirTurnAsAllRunsDo() {
        Sweep sweep = started(1_000_000, "1, 2, 3");
        assertEquals(List.of("queued", "queued"), states(sweep).subList(1, 3));
    }

    @Test
    void aSweepThatNobodyLooksAtAnyMoreIsPaused() {
        Sweep sweep = started(1_000_000, "1, 2");
        sweep.note();
        advanceClock(Duration.ofSeconds(50));
        sweep.note();
        advanceClock(Duration.ofSeconds(50));
        assertFalse(states(sweep).contains("paused"));
        advanceClock(Duration.ofSeconds(10));
        assertEquals(List.of("paused", "paused"), states(sweep));
        sweeps.resume(sweep);
        assertFalse(states(sweep).contains("paused"));
    }

    @Test
    void aSweepThatNobodyEverLookedAtGoesOn() {
        Sweep sweep = started(1_000_000, "1, 2");
        advanceClock(Duration.ofMinutes(5));
        assertFalse(states(sweep).contains("paused"));
    }

    @Test
    void itTakesFewerRunsThanAreKept() {
        InvalidRequest refused = assertThrows(InvalidRequest.class, () -> started(1, "1, 2, 3, 4, 5, 6"));
        assertEquals("/columns/values: must lead to at most 5 runs, would be 6", refused.detail());
    }

    @Test
    void whereThereIsNoRoomForAllItsRunsNoneIsMadeAndNoneIsDropped() throws InterruptedException {
        Sweep done = started(1, "1, 2");
        awaitEnd(done);
        Sweep going = started(1_000_000, "1, 2, 3");
        HttpResponseException refused = assertThrows(HttpResponseException.class, () -> started(1, "1, 2, 3, 4"));
        assertEquals(429, refused.getStatus());
        assertEquals(5, runs.all().size());
        assertEquals(2, done.runs().size());
        assertEquals(3, going.runs().size());
    }

    @Test
    void finishedRunsMakeRoomAndWhatTheyCameToStays() throws InterruptedException {
        Sweep first = started(1, "1, 2, 3");
        awaitEnd(first);
        List<Double> losses = first.answer().cells().getFirst().stream()
                .map(CellAnswer::trainLoss)
                .toList();
        started(1_000_000, "1, 2, 3, 4, 5");
        List<CellAnswer> after = first.answer().cells().getFirst();
        assertEquals(losses, after.stream().map(CellAnswer::trainLoss).toList());
        assertEquals(2, after.stream().filter(cell -> cell.run() == null).count());
        assertEquals(3, first.answer().done());
    }

    @Test
    void differentSeedsAreDifferentRunsOfTheSameData() throws InterruptedException {
        Sweep sweep = started(1, "1, 2");
        awaitEnd(sweep);
        List<LiveRun> both = sweep.runs();
        assertEquals(
                both.getFirst().experiment().plan().split(),
                both.getLast().experiment().plan().split());
        assertNotEquals(
                both.getFirst().look(Run::now).theta(),
                both.getLast().look(Run::now).theta());
        assertTrue(sweep.isDone());
    }
}
