package backstep.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import backstep.data.Split;
import backstep.linalg.Matrix;
import backstep.linalg.ejml.EjmlEngine;
import backstep.network.Batch;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Early stopping of a run that branches off another. Epochs have two updates, and the loss of the first run never falls. */
class StoppedBranchTest {

    private static final Plan STILL = with(Sgd.plain(0), new EarlyStopping(10, 0));

    private static Plan with(Optimizer optimizer, EarlyStopping stopping) {
        Plan plan = GivenPlan.xor(optimizer);
        return new Plan(plan.cost(), plan.start(), plan.split(), plan.training().with(stopping));
    }

    private static Run ended(Plan plan) {
        Run run = new Run(EjmlEngine::new, plan);
        run.resume();
        run.advance(1_000_000);
        return run;
    }

    /** The first epoch is the best, ten more are endured. */
    @ParameterizedTest
    @ValueSource(ints = {2, 9, 10, 21})
    void aBranchWithNothingChangedStopsWhereItsRunDoes(int k) {
        Run run = ended(STILL);
        assertEquals(11, run.epoch());
        Run branch = ended(run.branch(k, STILL));
        assertTrue(branch.stoppedEarly());
        assertEquals(11, branch.epoch());
        assertEquals(11, ended(branch.branch(Math.max(k, 12), STILL)).epoch());
    }

    @Test
    void beforeTheFirstEpochIsDoneNothingIsKnown() {
        assertEquals(Optional.empty(), ended(STILL).branch(1, STILL).start().best());
        assertEquals(11, ended(ended(STILL).branch(1, STILL)).epoch());
    }

    @Test
    void theBestOfTheRunCountsUnderAnotherLearningRate() {
        Plan fast = with(Sgd.plain(0.5), new EarlyStopping(10, 0));
        Run run = ended(STILL);
        Plan branch = run.branch(10, fast);
        double best = run.metrics().get(1).trainLoss();
        assertEquals(Optional.of(new Best(best, 4)), branch.start().best());
        Run free = ended(branch);
        int lastBest = 1;
        double least = best;
        for (Metrics metrics : free.metrics()) {
            if (metrics.epoch() > 5 && metrics.trainLoss() < least) {
                least = metrics.trainLoss();
                lastBest = metrics.epoch();
            }
        }
        assertTrue(lastBest > 5, "no better loss came");
        assertEquals(Math.min(lastBest + 10, 50), free.epoch());
    }

    @Test
    void aBranchThatStopsOtherwiseBeginsAnew() {
        Run run = ended(STILL);
        assertEquals(
                14,
                ended(run.branch(10, with(Sgd.plain(0), new EarlyStopping(8, 0))))
                        .epoch());
        assertEquals(
                16,
                ended(run.branch(10, with(Sgd.plain(0), new EarlyStopping(10, 0.1))))
                        .epoch());
    }

    @Test
    void aBranchThatIsJudgedByOtherExamplesBeginsAnew() {
        Batch held = new Batch(Matrix.of(1, 2, 0.5, 0.2), Matrix.of(1, 1, 1));
        Split split = new Split(GivenPlan.XOR, Optional.of(held));
        Run run = ended(STILL);
        Plan other = new Plan(STILL.cost(), STILL.start(), split, STILL.training());
        assertEquals(Optional.empty(), run.branch(10, other).start().best());
    }

    @Test
    void aRunThatWasStoppedIsEnduredAnewAndItsBestStillCounts() {
        Run run = ended(STILL);
        Plan branch = run.branch(run.iteration(), STILL);
        assertEquals(0, branch.start().best().orElseThrow().epochsSince());
        assertEquals(21, ended(branch).epoch());
    }

    @Test
    void aBranchWithOtherBatchesGoesOnFromTheEpochThatItLeaves() {
        Run run = ended(STILL);
        Plan whole = new Plan(
                STILL.cost(), STILL.start(), STILL.split(), STILL.training().withBatchSize(4));
        Plan branch = run.branch(10, whole);
        assertEquals(5, branch.start().iteration());
        assertEquals(11, ended(branch).epoch());
    }
}
