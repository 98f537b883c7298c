package backstep.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import backstep.linalg.WatchedEngines;
import backstep.linalg.ejml.EjmlEngine;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Runs that give the memory of their engines back and take it again. */
class ReleasedRunTest {

    private final WatchedEngines engines = new WatchedEngines("watched");
    private final Plan plan = GivenPlan.xor(Adam.of(0.05));

    private static Run advanced(Run run, int updates) {
        run.resume();
        run.advance(updates);
        run.pause();
        return run;
    }

    private Run givenRun(int updates) {
        return advanced(new Run(engines, plan), updates);
    }

    @Test
    void aReleasedRunHoldsNoMemory() {
        Run run = givenRun(21);
        run.history().at(3);
        assertTrue(engines.buffers() > 0);
        run.release();
        assertEquals(0, engines.buffers());
        assertEquals(0, engines.open());
    }

    @Test
    void aRunThatWasReleasedGoesOnToTheLastBit() {
        Run whole = advanced(new Run(EjmlEngine::new, plan), 40);
        Run released = givenRun(21);
        released.release();
        advanced(released, 19);
        assertEquals(whole.now(), released.now());
        assertEquals(whole.measure(), released.measure());
        assertEquals(whole.metrics(), released.metrics());
    }

    @Test
    void anUpdateOfAReleasedRunIsMadeWhereItIs() {
        Run whole = advanced(new Run(EjmlEngine::new, plan), 22);
        Run released = givenRun(21);
        released.release();
        released.step();
        assertEquals(whole.now(), released.now());
    }

    @Test
    void momentsOfAReleasedRunAreThoseItHad() {
        Run run = givenRun(21);
        Moment now = run.now();
        Metrics metrics = run.measure();
        run.release();
        assertEquals(now, run.now());
        assertEquals(metrics, run.measure());
        assertEquals(1, engines.open(), "asking is answered by the history alone");
        run.release();
        assertEquals(0, engines.open());
    }

    @Test
    void aRunThatCannotStartHoldsNothing() {
        for (String operation : List.of("allocate", "activate")) {
            engines.fail(operation, 3, new IllegalStateException("no memory"));
            assertThrows(IllegalStateException.class, () -> new Run(engines, plan));
            assertEquals(0, engines.open(), operation);
        }
    }

    @Test
    void aRunThatFailsInTheMidstOfAnUpdateKeepsWhatCameBefore() {
        Run run = givenRun(16);
        Moment before = run.now();
        engines.fail("update", 1, new IllegalStateException("lost"));
        run.resume();
        assertThrows(IllegalStateException.class, () -> run.advance(1));
        run.fail("lost");
        engines.heal();
        assertEquals(Run.State.FAILED, run.state());
        assertEquals(16, run.iteration());
        assertEquals(before, run.now());
        run.release();
        assertEquals(0, engines.buffers());
    }

    @Test
    void whatIsKeptOfAHistoryNeedsNoEngine() {
        Run run = givenRun(21);
        Moment expected = run.history().at(16);
        run.release();
        int opened = engines.opened();
        Moment kept = run.history().kept(21);
        assertEquals(16, kept.iteration());
        assertEquals(expected.theta(), kept.theta());
        assertEquals(expected.epoch(), kept.epoch());
        assertEquals(opened, engines.opened());
    }
}
