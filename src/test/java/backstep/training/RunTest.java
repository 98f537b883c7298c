package backstep.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import backstep.linalg.ejml.EjmlEngine;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(ints = {1_999, 2_000, 2_001, 3_999, 4_501})
    void thePointsOfALongRunAreThinnedAndTheLastOneIsThere(int epochs) {
        Plan plan = GivenPlan.xor(Sgd.plain(0.1));
        Run run = new Run(
                EjmlEngine::new,
                new Plan(
                        plan.cost(), plan.start(), plan.split(), plan.training().withEpochs(epochs)));
        run.resume();
        run.advance(1_000_000);
        List<Metrics> metrics = run.metrics();
        assertTrue(metrics.size() <= Points.MOST && metrics.size() >= Points.MOST / 2, "kept " + metrics.size());
        assertEquals(0, metrics.getFirst().iteration());
        assertEquals(epochs, metrics.getLast().epoch());
    }

    @Test
    void thePointWhereABranchBeganStaysHoweverLongItIs() {
        Plan plan = GivenPlan.xor(Sgd.plain(0.1));
        Start start = new Start(2, plan.start().theta(), Optional.empty());
        Run branch = new Run(
                EjmlEngine::new,
                new Plan(plan.cost(), start, plan.split(), plan.training().withEpochs(2_500)));
        branch.resume();
        branch.advance(1_000_000);
        assertEquals(2, branch.metrics().getFirst().iteration());
        assertEquals(4, branch.metrics().get(1).iteration());
        assertTrue(branch.metrics().size() <= Points.MOST);
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
    void everyEpochCountsForEarlyStoppingAlsoWherePointsAreThinned() {
        Plan plan = GivenPlan.xor(Sgd.plain(0));
        Training training = plan.training().withEpochs(5_000).with(new EarlyStopping(2_010, 0));
        Run run = new Run(EjmlEngine::new, new Plan(plan.cost(), plan.start(), plan.split(), training));
        run.resume();
        run.advance(1_000_000);
        assertEquals(2_011, run.epoch());
        assertEquals(2_011, run.metrics().getLast().epoch());
    }

    @Test
    void aPauseComesBetweenTwoUpdatesOfALongAdvance() throws InterruptedException {
        Plan plan = GivenPlan.xor(Sgd.plain(0.1));
        Training training = plan.training().withEpochs(Training.EPOCHS);
        Run run = new Run(EjmlEngine::new, new Plan(plan.cost(), plan.start(), plan.split(), training));
        run.resume();
        Thread thread = Thread.ofPlatform().start(() -> run.advance(Integer.MAX_VALUE));
        while (run.iteration() == 0) {
            Thread.onSpinWait();
        }
        run.pause();
        thread.join();
        assertEquals(Run.State.PAUSED, run.state());
        assertTrue(run.iteration() < run.iterations(), "went to its end");
    }

    @Test
    void gradientNormsAreThoseBeforeClippingAndAtTheStartThoseOfTheFirstUpdate() {
        Plan plan = GivenPlan.xor(Sgd.plain(0.1));
        Run free = new Run(EjmlEngine::new, plan);
        Training clipped = plan.training().withClipNorm(1e-3);
        Run held = new Run(EjmlEngine::new, new Plan(plan.cost(), plan.start(), plan.split(), clipped));
        List<Double> start = free.metrics().getFirst().gradientNorms();
        free.step();
        held.step();
        assertEquals(start, free.measure().gradientNorms());
        for (int l = 0; l < start.size(); l++) {
            assertEquals(start.get(l), held.measure().gradientNorms().get(l), 1e-12);
        }
        double factor = held.now().descent().orElseThrow().clipFactor();
        double norm = Math.hypot(start.get(0), start.get(1));
        assertEquals(1e-3 / (norm + 1e-6), factor, 1e-15);
    }

    @Test
    void aLossThatFallsByLessThanMinDeltaIsNoNewBest() {
        Plan plan = GivenPlan.xor(Sgd.plain(0));
        Training training = plan.training().with(new EarlyStopping(2, 0.1));
        Patience patience = new Patience(new Plan(plan.cost(), plan.start(), plan.split(), training));
        assertFalse(patience.endsWith(losing(1, 1)));
        assertFalse(patience.endsWith(losing(2, 0.95)));
        assertFalse(patience.endsWith(losing(3, 0.85)));
        assertFalse(patience.endsWith(losing(4, 0.8)));
        assertTrue(patience.endsWith(losing(5, 0.76)));
    }

    private static Metrics losing(int epoch, double testLoss) {
        return new Metrics(
                2 * epoch,
                epoch,
                0,
                OptionalDouble.of(testLoss),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                List.of(),
                List.of(),
                0.1);
    }
}
