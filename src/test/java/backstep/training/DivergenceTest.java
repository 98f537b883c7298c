package backstep.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import backstep.data.Split;
import backstep.linalg.Matrix;
import backstep.linalg.ejml.EjmlEngine;
import backstep.network.Activation;
import backstep.network.Batch;
import backstep.network.BatchNorm;
import backstep.network.Dense;
import backstep.network.Loss;
import backstep.network.Network;
import backstep.network.Recording;
import backstep.network.Theta;
import backstep.training.Divergence.Cause;
import backstep.training.Divergence.Quantity;
import backstep.training.Divergence.Remedy;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where runs diverge, and what is said of it. */
class DivergenceTest {

    private static final Network LINE =
            GivenPlan.network(Loss.SQUARED_ERROR, Activation.LINEAR, Activation.LINEAR, 1, 1);

    private static Batch line(double scale) {
        return new Batch(Matrix.of(3, 1, scale, 2 * scale, 3 * scale), Matrix.of(3, 1, 1, 2, 3));
    }

    private static Run diverged(Plan plan) {
        Run run = new Run(EjmlEngine::new, plan);
        run.resume();
        run.advance(100_000);
        assertEquals(Run.State.DIVERGED, run.state());
        return run;
    }

    private static Run tooFast(Optimizer optimizer) {
        Training training = Training.DEFAULT.with(optimizer).withBatchSize(2).withEpochs(10_000);
        return diverged(GivenPlan.plan(LINE, GivenPlan.train(line(1)), training));
    }

    @Test
    void stepsThatAreTooLargeAreSaidToBeSoAndASmallerOneWasTried() {
        Divergence divergence = tooFast(Sgd.plain(1)).divergence().orElseThrow();
        assertEquals(Cause.STEP_TOO_LARGE, divergence.cause());
        assertEquals(Remedy.SMALLER_LEARNING_RATE, divergence.remedies().getFirst());
        assertTrue(divergence.sentence().endsWith("were tried: every number stays finite."), divergence.sentence());
    }

    @Test
    void whereATenthIsTooMuchTooThatIsSaid() {
        Divergence divergence = tooFast(Sgd.plain(1_000)).divergence().orElseThrow();
        assertEquals(Cause.STEP_TOO_LARGE, divergence.cause());
        assertTrue(divergence.sentence().endsWith("does not save it; try less."), divergence.sentence());
    }

    static List<Optimizer> optimizers() {
        return List.of(
                Sgd.plain(1),
                new Sgd(0.5, 0.9, true),
                Adam.of(1e200),
                RmsProp.of(1e180),
                new AdamW(100, Adam.MEANS, 1),
                Lamb.of(1e100));
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void theRunStopsAtTheFirstUpdateWithANumberThatIsNotFinite(Optimizer optimizer) {
        Run run = tooFast(optimizer);
        Divergence divergence = run.divergence().orElseThrow();
        assertEquals(run.iteration(), divergence.update());
        for (int k = 0; k < divergence.update(); k++) {
            Moment moment = run.history().at(k);
            assertTrue(
                    isFinite(moment.theta().matrices())
                            && isFinite(moment.state().first()),
                    "after " + k);
            assertTrue(k == 0 || Double.isFinite(moment.descent().orElseThrow().cost()), "J of " + k);
        }
        assertFalse(Double.isFinite(divergence.value()));
        assertFalse(Double.isFinite(number(run, divergence)));
    }

    private static boolean isFinite(List<Matrix> matrices) {
        return matrices.stream()
                .flatMapToDouble(matrix -> Arrays.stream(matrix.toArray()))
                .allMatch(Double::isFinite);
    }

    /** {@return the number at the place that the divergence names} */
    private static double number(Run run, Divergence of) {
        Moment after = run.history().at(of.update());
        Recording recording = Recording.of(new EjmlEngine(), run.history().next(of.update() - 1));
        int column = of.column().orElse(0);
        int example = 1 + after.descent().orElseThrow().rows().indexOf(of.row().orElse(-1));
        return switch (of.quantity()) {
            case MEAN -> recording.moments(of.layer()).at(of.unit() - 1, 0);
            case VARIANCE -> recording.moments(of.layer()).at(of.unit() - 1, 1);
            case Z -> recording.z(of.layer(), of.unit(), example);
            case A -> recording.a(of.layer(), of.unit(), example);
            case LOSS -> recording.loss(example);
            case COST -> recording.cost();
            case DELTA -> recording.delta(of.layer(), of.unit(), example);
            case SUM -> recording.sum(of.layer(), of.unit(), column);
            case D -> recording.d(of.layer(), of.unit(), column);
            case MEMORY ->
                after.state().first(of.layer(), of.unit(), column)
                        + after.state().second(of.layer(), of.unit(), column);
            case THETA -> after.theta().at(of.layer(), of.unit(), column);
        };
    }

    @Test
    void fewerUpdatesAreTriedAgainWhereEachTakesLong() {
        Training whole = Training.DEFAULT.withBatchSize(1_000);
        Batch many = new Batch(Matrix.zeros(1_000, 1), Matrix.zeros(1_000, 1));
        assertEquals(50, Reasons.lookBack(GivenPlan.plan(LINE, GivenPlan.train(many), whole)));
        Network wide = GivenPlan.classifier(1, 1_000, 1_000, 1);
        assertEquals(9, Reasons.lookBack(GivenPlan.plan(wide, GivenPlan.train(many), whole)));
    }

    @Test
    void theFirstNumberIsFoundByHand() {
        // z = 10²⁰⁰ · x is finite, its square is not.
        Plan plan = new Plan(
                GivenPlan.plan(LINE, GivenPlan.train(line(1)), Training.DEFAULT).cost(),
                new Theta(List.of(Matrix.of(1, 2, 0, 1))),
                GivenPlan.train(new Batch(Matrix.of(3, 1, 1, 1e200, 3), Matrix.of(3, 1, 1, 2, 3))),
                Training.DEFAULT.inOrder());
        Divergence divergence = diverged(plan).divergence().orElseThrow();
        assertEquals(1, divergence.update());
        assertEquals(Quantity.LOSS, divergence.quantity());
        assertEquals(2, divergence.layer());
        assertEquals(OptionalInt.of(1), divergence.row());
        assertEquals(Double.POSITIVE_INFINITY, divergence.value());
        assertEquals(Cause.TOO_LARGE_FROM_THE_START, divergence.cause());
        assertEquals(Remedy.SCALE_DATA, divergence.remedies().getFirst());
    }

    private static Divergence ofNode(Optimizer optimizer, double theta, double x) {
        Network node = GivenPlan.classifier(1, 1);
        Split split = GivenPlan.train(new Batch(Matrix.of(2, 1, 1, x), Matrix.of(2, 1, 1, 1)));
        Plan plan = new Plan(
                GivenPlan.plan(node, split, Training.DEFAULT).cost(),
                new Theta(List.of(Matrix.of(1, 2, 0, theta))),
                split,
                Training.DEFAULT.inOrder().with(optimizer));
        Divergence divergence = diverged(plan).divergence().orElseThrow();
        assertEquals(1, divergence.update());
        return divergence;
    }

    @Test
    void aWeightedSumThatOverflowsIsFoundThoughTheLossIsFinite() {
        Divergence divergence = ofNode(Sgd.plain(0.1), 1e300, 1e10);
        assertEquals(Quantity.Z, divergence.quantity());
        assertEquals(OptionalInt.of(1), divergence.row());
        assertEquals(Cause.TOO_LARGE_FROM_THE_START, divergence.cause());
    }

    @Test
    void aVarianceThatOverflowsIsFoundThoughWhatIsNormalisedByItIsFinite() {
        Network normalised = new Network(
                1,
                List.of(
                        new Dense(1, Activation.LINEAR),
                        new BatchNorm(Activation.LINEAR),
                        new Dense(1, Activation.LINEAR)),
                Loss.SQUARED_ERROR);
        Plan plan = new Plan(
                GivenPlan.plan(normalised, GivenPlan.train(line(1)), Training.DEFAULT)
                        .cost(),
                new Theta(List.of(Matrix.of(1, 2, 0, 1e200), Matrix.of(1, 2, 1, 0), Matrix.of(1, 2, 0, 1))),
                GivenPlan.train(line(1)),
                Training.DEFAULT);
        Divergence divergence = diverged(plan).divergence().orElseThrow();
        assertEquals(1, divergence.update());
        assertEquals(Quantity.VARIANCE, divergence.quantity());
        assertEquals(3, divergence.layer());
        assertEquals(1, divergence.unit());
        assertEquals(OptionalInt.empty(), divergence.column());
        assertEquals(Double.POSITIVE_INFINITY, divergence.value());
        assertEquals(Cause.TOO_LARGE_FROM_THE_START, divergence.cause());
    }

    @Test
    void aSquareThatOverflowsIsFoundThoughTheWeightIsFinite() {
        Divergence divergence = ofNode(RmsProp.of(0.1), 0, 1e200);
        assertEquals(Quantity.MEMORY, divergence.quantity());
        assertEquals(OptionalInt.of(1), divergence.column());
    }

    @Test
    void aWeightThatOverflowsIsFoundThoughTheLossBeforeItIsFinite() {
        Divergence divergence = ofNode(Sgd.plain(1e300), 0, 1e100);
        assertEquals(Quantity.THETA, divergence.quantity());
        assertEquals(OptionalInt.of(1), divergence.column());
        assertEquals(Cause.STEP_TOO_LARGE, divergence.cause());
    }

    @Test
    void aGradientThatExplodesThroughManyLayersIsSaidToDoSo() {
        int[] sizes =
                IntStream.range(0, 22).map(l -> l == 0 || l == 21 ? 1 : 10).toArray();
        Network deep = GivenPlan.network(Loss.SQUARED_ERROR, Activation.LINEAR, Activation.LINEAR, sizes);
        Random random = new Random(8);
        Theta large = new Theta(IntStream.rangeClosed(1, deep.depth())
                .mapToObj(l -> Matrix.of(
                        deep.units(l + 1),
                        deep.units(l) + 1,
                        random.doubles((long) deep.units(l + 1) * (deep.units(l) + 1), -1, 1)
                                .toArray()))
                .toList());
        Plan plan = new Plan(
                GivenPlan.plan(deep, GivenPlan.train(line(1)), Training.DEFAULT).cost(),
                large,
                GivenPlan.train(line(1)),
                Training.DEFAULT);
        Divergence divergence = diverged(plan).divergence().orElseThrow();
        assertEquals(Cause.GRADIENT_EXPLODED, divergence.cause(), divergence.sentence());
        assertEquals(Remedy.CLIP, divergence.remedies().getFirst());
    }

    @Test
    void theLastPointIsFromBeforeItAndTheRunStaysWhereItIs() {
        Run run = tooFast(Sgd.plain(1));
        Metrics last = run.metrics().getLast();
        assertEquals(run.iteration() - 1, last.iteration());
        run.resume();
        run.step();
        assertEquals(Run.State.DIVERGED, run.state());
    }

    @Test
    void outputsThatAreSureAndWrongDoNotMakeARunDiverge() {
        Run run = new Run(
                EjmlEngine::new,
                GivenPlan.plan(
                        GivenPlan.classifier(2, 4, 1),
                        GivenPlan.train(GivenPlan.XOR),
                        Training.DEFAULT.with(Sgd.plain(1e5))));
        run.resume();
        run.advance(100_000);
        assertEquals(Run.State.DONE, run.state());
    }
}
