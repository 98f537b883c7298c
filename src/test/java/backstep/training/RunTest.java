package backstep.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import backstep.linalg.ejml.EjmlEngine;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** The states of a run, and what it writes down. */
class RunTest {

    private static Run run() {
        return new Run(EjmlEngine::new, GivenPlan.xor(Sgd.plain(0.5)));
    }

    @Test
    void aRunWaitsUntilItIsStarted() {
        Run run = run();
        assertEquals(Run.State.QUEUED, run.state());
        assertEquals(0, run.advance(10));
        run.resume();
        assertEquals(Run.State.RUNNING, run.state());
        assertEquals(10, run.advance(10));
        assertEquals(10, run.iteration());
    }

    @Test
    void aPausedRunWaitsAndGoesOnWhereItWas() {
        Run run = run();
        run.resume();
        run.advance(3);
        run.pause();
        assertEquals(Run.State.PAUSED, run.state());
        assertEquals(0, run.advance(10));
        run.resume();
        run.advance(4);
        Run whole = run();
        whole.resume();
        whole.advance(7);
        assertEquals(whole.now(), run.now());
    }

    @Test
    void aStepIsOneUpdateAndNotAnEpoch() {
        Run run = run();
        run.step();
        assertEquals(1, run.iteration());
        assertEquals(0, run.epoch());
        assertEquals(Run.State.PAUSED, run.state());
        run.step();
        assertEquals(2, run.iteration());
        assertEquals(1, run.epoch());
    }

    @Test
    void aRunningRunIsNotStepped() {
        Run run = run();
        run.resume();
        run.step();
        assertEquals(0, run.iteration());
    }

    @Test
    void aRunIsDoneAfterItsLastEpochAndStaysSo() {
        Run run = run();
        run.resume();
        assertEquals(run.iterations(), run.advance(1_000_000));
        assertEquals(Run.State.DONE, run.state());
        assertFalse(run.stoppedEarly());
        run.resume();
        run.pause();
        run.step();
        assertEquals(Run.State.DONE, run.state());
        assertEquals(run.iterations(), run.iteration());
    }

    @Test
    void aRunThatFailedSaysWhy() {
        Run run = run();
        run.resume();
        run.fail("out of memory");
        assertEquals(Run.State.FAILED, run.state());
        assertEquals("out of memory", run.failure().orElseThrow());
        assertEquals(0, run.advance(1));
    }

    @Test
    void thereIsAPointAtTheStartAndAfterEveryEpoch() {
        Run run = run();
        run.resume();
        run.advance(7);
        List<Metrics> metrics = run.metrics();
        assertEquals(
                List.of(0, 2, 4, 6), metrics.stream().map(Metrics::iteration).toList());
        assertEquals(List.of(0, 1, 2, 3), metrics.stream().map(Metrics::epoch).toList());
        assertEquals(run.history().metrics(4), metrics.get(2));
    }

    @Test
    void thePointsOfALongRunAreThinnedAndTheLastOneIsThere() {
        Plan plan = GivenPlan.xor(Sgd.plain(0.1));
        Run run = new Run(
                EjmlEngine::new,
                new Plan(
                        plan.cost(), plan.start(), plan.split(), plan.training().withEpochs(4_501)));
        run.resume();
        run.advance(1_000_000);
        List<Metrics> metrics = run.metrics();
        assertTrue(metrics.size() <= Points.MOST && metrics.size() > Points.MOST / 2, "kept " + metrics.size());
        assertEquals(0, metrics.getFirst().iteration());
        assertEquals(4_501, metrics.getLast().epoch());
    }

    @Test
    void aRunWhoseLossNoLongerFallsIsStopped() {
        Plan plan = GivenPlan.xor(Sgd.plain(0));
        Training training = plan.training().with(new EarlyStopping(3, 1e-3));
        Run run = new Run(EjmlEngine::new, new Plan(plan.cost(), plan.start(), plan.split(), training));
        run.resume();
        run.advance(1_000_000);
        assertEquals(Run.State.DONE, run.state());
        assertTrue(run.stoppedEarly());
        // The first epoch is the best, three more are endured.
        assertEquals(4, run.epoch());
        assertEquals(4, run.metrics().getLast().epoch());
    }

    @Test
    void aLossThatFallsByLessThanMinDeltaIsNoNewBest() {
        Patience patience = new Patience(Optional.of(new EarlyStopping(2, 0.1)));
        assertFalse(patience.endsWith(losing(1)));
        assertFalse(patience.endsWith(losing(0.95)));
        assertFalse(patience.endsWith(losing(0.85)));
        assertFalse(patience.endsWith(losing(0.8)));
        assertTrue(patience.endsWith(losing(0.76)));
    }

    private static Metrics losing(double testLoss) {
        return new Metrics(
                1,
                1,
                0,
                OptionalDouble.of(testLoss),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                List.of(),
                List.of(),
                0.1);
    }
}
