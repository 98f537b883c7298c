package backstep.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import backstep.linalg.ejml.EjmlEngine;
import backstep.network.Recording;
import backstep.network.Theta;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Any moment of a run is had again, to the last bit. The parameter is the seed. */
class HistoryTest {

    private static final int UPDATES = 50;

    static LongStream seeds() {
        return LongStream.range(4_000, 4_048);
    }

    /** A run with what it was at each of its moments, taken down while it went. */
    private record Witness(Run run, List<Moment> moments) {

        static Witness of(Plan plan) {
            Run run = new Run(EjmlEngine::new, plan);
            List<Moment> moments = new ArrayList<>();
            moments.add(run.now());
            for (int k = 0; k < UPDATES; k++) {
                run.step();
                moments.add(run.now());
            }
            return new Witness(run, moments);
        }
    }

    private static Plan plan(long seed) {
        Plan plan = RandomPlans.of(seed);
        return new Plan(plan.cost(), plan.start(), plan.split(), plan.training().withEpochs(UPDATES + 1));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aMomentIsWhatWasThereThenInWhateverOrderTheyAreAsked(long seed) {
        Witness witness = Witness.of(plan(seed));
        Random random = new Random(seed);
        for (int asked = 0; asked < 30; asked++) {
            int k = random.nextInt(UPDATES + 1);
            assertEquals(witness.moments().get(k), witness.run().history().at(k));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theSettingOfTheNextUpdateHasItsBatchAndTheWeightsBeforeIt(long seed) {
        Witness witness = Witness.of(plan(seed));
        for (int k = 0; k < UPDATES; k += 7) {
            Recording recording =
                    Recording.of(new EjmlEngine(), witness.run().history().next(k));
            Descent descent = witness.moments().get(k + 1).descent().orElseThrow();
            assertEquals(witness.moments().get(k).theta(), recording.setting().theta());
            assertEquals(descent.cost(), recording.cost());
            assertEquals(descent.rows().size(), recording.examples());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyWeightOfAnUpdateIsShownAsItWasUpdated(long seed) {
        Witness witness = Witness.of(plan(seed));
        int k = 1 + new Random(seed).nextInt(UPDATES);
        Theta after = witness.moments().get(k).theta();
        for (int l = 1; l <= after.matrices().size(); l++) {
            for (int i = 1; i <= after.matrix(l).rows(); i++) {
                EntryUpdate update = witness.run().history().entry(k, l, i, 0);
                assertEquals(after.at(l, i, 0), update.at(EntryQuantity.NEXT));
                assertEquals(witness.moments().get(k - 1).theta().at(l, i, 0), update.at(EntryQuantity.THETA));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aBranchWithNothingChangedIsTheRunItself(long seed) {
        Plan plan = plan(seed);
        Witness witness = Witness.of(plan);
        int k = new Random(seed).nextInt(UPDATES);
        Run branch = new Run(EjmlEngine::new, plan.branch(witness.moments().get(k), plan.cost(), plan.training()));
        assertEquals(k, branch.history().first());
        for (int next = k + 1; next <= UPDATES; next++) {
            branch.step();
            assertEquals(witness.moments().get(next), branch.now());
        }
        assertEquals(
                witness.moments().get(UPDATES - 1).theta(),
                branch.history().at(UPDATES - 1).theta());
    }

    @Test
    void aBranchKeepsWhatTheOptimizerRemembersWhereTheOtherOneRemembersTheSame() {
        Plan plan = RandomPlans.of(1, Adam.of(0.1));
        Run run = new Run(EjmlEngine::new, plan);
        run.step();
        run.step();
        Training training = plan.training();
        Plan lamb = plan.branch(run.now(), plan.cost(), training.with(Lamb.of(0.1)));
        Plan sgd = plan.branch(run.now(), plan.cost(), training.with(Sgd.plain(0.1)));
        assertEquals(run.now().state(), lamb.start().state().orElseThrow());
        assertTrue(sgd.start().state().isEmpty());
        assertEquals(run.now().theta(), sgd.start().theta());
    }

    @Test
    void aBranchWithOtherBatchesStartsItsEpochAnew() {
        Plan plan = RandomPlans.of(2);
        int examples = plan.split().train().size();
        Plan whole = plan.branch(
                new Moment(
                        plan.iterationsPerEpoch() * 3,
                        3,
                        plan.start().theta(),
                        new Run(EjmlEngine::new, plan).now().state(),
                        Optional.empty()),
                plan.cost(),
                plan.training().withBatchSize(examples + 5));
        assertEquals(3, whole.start().iteration());
        assertEquals(1, whole.iterationsPerEpoch());
    }

    @Test
    void memoryIsBoundedHoweverLongTheRun() {
        Plan plan = RandomPlans.of(3, Adam.of(1e-3));
        Checkpoints checkpoints = new Checkpoints(plan);
        Trainer trainer = new Trainer(new EjmlEngine(), plan);
        checkpoints.offer(trainer);
        int last = 50_000;
        for (int k = 1; k <= last; k++) {
            trainer.update();
            checkpoints.offer(trainer);
            assertTrue(checkpoints.count() <= Checkpoints.MOST);
        }
        assertTrue(checkpoints.distance() <= 2 * last / Checkpoints.MOST, "distance " + checkpoints.distance());
        IntStream.of(0, 1, 4_999, 49_999, 50_000).forEach(k -> {
            int distance = k - checkpoints.before(k).iteration();
            assertTrue(distance >= 0 && distance < checkpoints.distance(), "at " + k + ": " + distance);
        });
    }

    @Test
    void everyMomentOfALongBranchHasACheckpointBeforeIt() {
        Plan whole = RandomPlans.of(3, Adam.of(1e-3));
        Start start = new Start(3, whole.start().theta(), Optional.empty());
        Plan plan =
                new Plan(whole.cost(), start, whole.split(), whole.training().withEpochs(10_000));
        Checkpoints checkpoints = new Checkpoints(plan);
        Trainer trainer = new Trainer(new EjmlEngine(), plan);
        checkpoints.offer(trainer);
        int last = 3 + 2 * Checkpoints.FIRST_DISTANCE * Checkpoints.MOST;
        while (trainer.iteration() < last) {
            trainer.update();
            checkpoints.offer(trainer);
        }
        IntStream.of(3, 4, 4_098, 4_100, last - 1, last).forEach(k -> {
            int distance = k - checkpoints.before(k).iteration();
            assertTrue(distance >= 0 && distance < checkpoints.distance(), "at " + k + ": " + distance);
        });
    }

    /** XOR has epochs of two updates. */
    @Test
    void anEpochCountsWhenItsLastUpdateIsDone() {
        Run run = new Run(EjmlEngine::new, GivenPlan.xor(Sgd.plain(0.1)));
        for (int k = 0; k < 4; k++) {
            run.step();
        }
        List<Integer> epochs = IntStream.rangeClosed(0, 4)
                .mapToObj(k -> run.history().at(k).epoch())
                .toList();
        assertEquals(List.of(0, 0, 1, 1, 2), epochs);
        assertEquals(1, run.history().metrics(3).epoch());
        assertEquals(2, run.epoch());
    }

    @Test
    void theStartIsJudgedAsItWasThenAlsoAfterALookAtAnUpdateThatWasClipped() {
        Plan plan = GivenPlan.xor(Sgd.plain(0.1));
        Training clipped = plan.training().withClipNorm(1e-3);
        Run run = new Run(EjmlEngine::new, new Plan(plan.cost(), plan.start(), plan.split(), clipped));
        run.step();
        assertTrue(run.history().at(1).descent().orElseThrow().clipFactor() < 1);
        assertEquals(run.metrics().getFirst(), run.history().metrics(0));
    }

    @Test
    void momentsThatAreNotThereAreRefused() {
        Run run = new Run(EjmlEngine::new, RandomPlans.of(4));
        run.step();
        History history = run.history();
        assertEquals(
                "iterations: must be 0 to 1, which is how far the run is; was 2",
                assertThrows(IllegalArgumentException.class, () -> history.at(2))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> history.at(-1));
        assertThrows(IllegalArgumentException.class, () -> history.entry(0, 1, 1, 0));
    }
}
