package backstep.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import backstep.linalg.Matrix;
import backstep.network.Theta;
import backstep.training.PlainOptimizer.Mistake;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each optimizer over many steps, held against plain loops, and each mistake that is often made told apart from it. */
class OptimizerTest {

    private static final int STEPS = 25;
    private static final double RELATIVE = 1e-12;
    private static final int[][] SHAPES = {{4, 3}, {3, 5}, {1, 4}};

    static List<Optimizer> optimizers() {
        RunningMeans unusual = new RunningMeans(0.5, 0.75, 1e-3);
        return List.of(
                Sgd.plain(0.1),
                new Sgd(0.1, 0.9, false),
                new Sgd(0.1, 0.9, true),
                new Sgd(0.01, 0.5, true),
                Adagrad.of(0.1),
                new Adagrad(0.5, 1e-2),
                RmsProp.of(0.01),
                new RmsProp(0.1, 0.5, 1e-2),
                Adam.of(0.01),
                new Adam(0.1, unusual),
                AdamW.of(0.01),
                new AdamW(0.1, unusual, 0.3),
                Lamb.of(0.01),
                new Lamb(0.1, unusual, 0.3));
    }

    static Stream<Object[]> mistakes() {
        return optimizers().stream()
                .flatMap(optimizer -> possible(optimizer).stream().map(mistake -> new Object[] {optimizer, mistake}));
    }

    private static Set<Mistake> possible(Optimizer optimizer) {
        return switch (optimizer) {
            case Sgd sgd ->
                sgd.momentum() == 0
                        ? Set.of(Mistake.SUM_INSTEAD_OF_MEAN)
                        : sgd.nesterov()
                                ? Set.of(
                                        Mistake.SUM_INSTEAD_OF_MEAN,
                                        Mistake.MOMENTUM_DAMPENED,
                                        Mistake.NESTEROV_WITHOUT_ITS_LOOK_AHEAD)
                                : Set.of(Mistake.SUM_INSTEAD_OF_MEAN, Mistake.MOMENTUM_DAMPENED);
            case Adagrad _, RmsProp _ -> Set.of(Mistake.SUM_INSTEAD_OF_MEAN, Mistake.EPS_INSIDE_THE_ROOT);
            case Adam _ -> ofMoments();
            case AdamW _ -> with(ofMoments(), Mistake.DECAY_THROUGH_THE_SLOPE);
            case Lamb _ ->
                with(
                        ofMoments(),
                        Mistake.TRUST_RATIO_LEFT_OUT,
                        Mistake.TRUST_RATIO_WITHOUT_BIAS,
                        Mistake.TRUST_RATIO_OF_ALL_LAYERS);
        };
    }

    private static Set<Mistake> ofMoments() {
        return Set.of(
                Mistake.SUM_INSTEAD_OF_MEAN,
                Mistake.EPS_INSIDE_THE_ROOT,
                Mistake.BETAS_SWAPPED,
                Mistake.NO_BIAS_CORRECTION,
                Mistake.COUNTER_FROM_ZERO,
                Mistake.COUNTER_FROM_TWO);
    }

    private static Set<Mistake> with(Set<Mistake> mistakes, Mistake... more) {
        return Stream.concat(mistakes.stream(), Stream.of(more)).collect(Collectors.toSet());
    }

    private static Matrix[] matrices(Random random) {
        return Stream.of(SHAPES)
                .map(shape -> Matrix.of(
                        shape[0],
                        shape[1],
                        random.doubles((long) shape[0] * shape[1], -1, 1).toArray()))
                .toArray(Matrix[]::new);
    }

    private static double[][] arrays(Matrix... matrices) {
        return Stream.of(matrices).map(Matrix::toArray).toArray(double[][]::new);
    }

    private static PlainOptimizer plain(Optimizer optimizer, Mistake mistake, Matrix... start) {
        return new PlainOptimizer(optimizer, mistake, arrays(start), 3, 5, 4);
    }

    private static double rate(Optimizer optimizer, int step) {
        return optimizer.learningRate() * (1 - step / 100.0);
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void everyStepIsThatOfPlainLoops(Optimizer optimizer) {
        Random random = new Random(11);
        Matrix[] start = matrices(random);
        Stepping stepping = new Stepping(optimizer, new Theta(List.of(start)));
        PlainOptimizer plain = plain(optimizer, Mistake.NONE, start);
        for (int step = 0; step < STEPS; step++) {
            Matrix[] slopes = matrices(random);
            stepping.step(rate(optimizer, step), slopes);
            plain.step(rate(optimizer, step), arrays(slopes));
            assertSame(plain, stepping, "step " + step);
        }
    }

    private static void assertSame(PlainOptimizer plain, Stepping stepping, String what) {
        OptimizerState state = stepping.state();
        for (int l = 0; l < SHAPES.length; l++) {
            assertNear(plain.theta[l], stepping.theta().matrix(l + 1).toArray(), what + " theta" + l);
            if (!state.first().isEmpty()) {
                assertNear(plain.first[l], state.first().get(l).toArray(), what + " first" + l);
            }
            if (!state.second().isEmpty()) {
                assertNear(plain.second[l], state.second().get(l).toArray(), what + " second" + l);
            }
        }
    }

    private static void assertNear(double[] expected, double[] actual, String what) {
        for (int k = 0; k < expected.length; k++) {
            assertEquals(expected[k], actual[k], RELATIVE * Math.max(1, Math.abs(expected[k])), what + " at " + k);
        }
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsToldApart(Optimizer optimizer, Mistake mistake) {
        Random random = new Random(12);
        Matrix[] start = matrices(random);
        Stepping stepping = new Stepping(optimizer, new Theta(List.of(start)));
        PlainOptimizer wrong = plain(optimizer, mistake, start);
        double apart = 0;
        for (int step = 0; step < STEPS; step++) {
            Matrix[] slopes = matrices(random);
            stepping.step(rate(optimizer, step), slopes);
            wrong.step(rate(optimizer, step), arrays(slopes));
            for (int l = 0; l < SHAPES.length; l++) {
                double[] theta = stepping.theta().matrix(l + 1).toArray();
                for (int k = 0; k < theta.length; k++) {
                    double difference = Math.abs(wrong.theta[l][k] - theta[k]);
                    apart = Double.isNaN(difference) ? Double.POSITIVE_INFINITY : Math.max(apart, difference);
                }
            }
        }
        assertTrue(apart > 100 * RELATIVE, optimizer + " with " + mistake + " differs by no more than " + apart);
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void whatIsShownOfAWeightIsWhatWasUsed(Optimizer optimizer) {
        Random random = new Random(13);
        Stepping stepping = new Stepping(optimizer, new Theta(List.of(matrices(random))));
        for (int step = 1; step <= STEPS; step++) {
            Theta before = stepping.theta();
            OptimizerState state = stepping.state();
            Matrix[] slopes = matrices(random);
            stepping.step(optimizer.learningRate(), slopes);
            for (int l = 1; l <= SHAPES.length; l++) {
                for (int i = 1; i <= before.matrix(l).rows(); i++) {
                    for (int j = 0; j < before.matrix(l).columns(); j++) {
                        EntryUpdate shown = optimizer.entry(new Entry(
                                step,
                                optimizer.learningRate(),
                                before.at(l, i, j),
                                slopes[l - 1].at(i - 1, j),
                                state.first(l, i, j),
                                state.second(l, i, j),
                                stepping.trustRatios().get(l - 1)));
                        assertShown(shown, stepping, l, i, j);
                    }
                }
            }
        }
    }

    private static void assertShown(EntryUpdate shown, Stepping stepping, int l, int i, int j) {
        assertEquals(stepping.theta().at(l, i, j), shown.at(EntryQuantity.NEXT));
        double first = stepping.state().first(l, i, j);
        double second = stepping.state().second(l, i, j);
        shown.values().forEach((quantity, value) -> {
            switch (quantity) {
                case MOMENTUM, SQUARES, MEAN -> assertEquals(first, value, quantity.spelling());
                case MEAN_SQUARE ->
                    assertEquals(stepping.state().second().isEmpty() ? first : second, value, quantity.spelling());
                default -> {}
            }
        });
    }

    @Test
    void aLayerOfZerosOrWithoutADirectionHasTrustRatioOne() {
        Matrix zeros = Matrix.zeros(1, 3);
        Matrix some = Matrix.of(1, 3, 1, 2, 3);
        Stepping ofZeros = new Stepping(Lamb.of(0.1), new Theta(List.of(zeros))).step(0.1, some);
        assertEquals(List.of(1.0), ofZeros.trustRatios());
        assertTrue(ofZeros.isFinite());
        Stepping withoutSlope = new Stepping(Lamb.of(0.1), new Theta(List.of(some))).step(0.1, zeros);
        assertEquals(List.of(1.0), withoutSlope.trustRatios());
        assertEquals(some, withoutSlope.theta().matrix(1));
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void aStateThatWasReadGoesOnAsIfNothingHadHappened(Optimizer optimizer) {
        Random random = new Random(14);
        Stepping whole = new Stepping(optimizer, new Theta(List.of(matrices(random))));
        whole.step(0.1, matrices(random)).step(0.1, matrices(random));
        Stepping resumed = new Stepping(optimizer, whole.theta()).from(whole.state());
        Matrix[] slopes = matrices(random);
        whole.step(0.1, slopes);
        resumed.step(0.1, slopes);
        assertEquals(whole.theta(), resumed.theta());
        assertEquals(whole.state(), resumed.state());
    }

    @Test
    void aSquareThatOverflowsIsNoticedThoughTheWeightIsFinite() {
        Stepping stepping = new Stepping(RmsProp.of(0.1), Stepping.row(1, 2)).step(0.1, Matrix.of(1, 2, 1e200, 1));
        assertTrue(Double.isFinite(stepping.theta().at(1, 1, 0)));
        assertTrue(!stepping.isFinite());
    }
}
