package backstep.network;

import static backstep.network.Near.assertNear;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Losses on output activations, in every combination that makes sense. */
class ObjectiveTest {

    static Stream<Arguments> combinations() {
        return Arrays.stream(Loss.values())
                .flatMap(loss -> RandomSettings.outputs(loss).stream().map(output -> Arguments.of(loss, output)));
    }

    private static double loss(Loss loss, Activation output, double[] z, double... y) {
        return loss(new Objective(output, loss, Sign.LOSS), z, y);
    }

    private static double loss(Objective objective, double[] z, double... y) {
        double[] losses = new double[1];
        objective.losses(z, OneLayer.behindBias(objective.output(), z), y, losses, 1, z.length);
        return losses[0];
    }

    private static double[] delta(Objective objective, double[] z, double... y) {
        double[] delta = new double[z.length];
        objective.deltas(z, OneLayer.behindBias(objective.output(), z), y, delta, 1, z.length);
        return delta;
    }

    private static double[] delta(Loss loss, Activation output, double[] z, double... y) {
        return delta(new Objective(output, loss, Sign.LOSS), z, y);
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void theLossIsThatOfTheDefinition(Loss loss, Activation output) {
        Random random = new Random(1);
        for (int round = 0; round < 50; round++) {
            double[] z = random.doubles(4, -3, 3).toArray();
            double[] y = random.doubles(4).toArray();
            assertNear(PlainFunctions.loss(loss, output, z, y), loss(loss, output, z, y), 1e-14, "round " + round);
        }
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void deltaIsTheSlopeOfTheLoss(Loss loss, Activation output) {
        Random random = new Random(2);
        for (int round = 0; round < 50; round++) {
            double[] z = random.doubles(3, -3, 3).toArray();
            double[] y = random.doubles(3).toArray();
            double[] delta = delta(loss, output, z, y);
            for (int k = 0; k < 3; k++) {
                assertNear(slope(loss, output, z, y, k), delta[k], 1e-8, "round " + round + ", output " + k);
            }
        }
    }

    private static double slope(Loss loss, Activation output, double[] z, double[] y, int k) {
        double h = 1e-5;
        double[] above = z.clone();
        double[] below = z.clone();
        above[k] += h;
        below[k] -= h;
        return (loss(loss, output, above, y) - loss(loss, output, below, y)) / (2 * h);
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void ofEachOfManyExamplesTheyAreThoseOfTheExampleAlone(Loss loss, Activation output) {
        Objective objective = new Objective(output, loss, Sign.LOSS);
        Random random = new Random(3);
        for (int rows = 1; rows < 12; rows++) {
            double[] z = random.doubles(3 * rows, -3, 3).toArray();
            double[] y = random.doubles(3 * rows).toArray();
            double[] a = IntStream.range(0, rows)
                    .mapToObj(row -> OneLayer.behindBias(output, row(z, row)))
                    .flatMapToDouble(Arrays::stream)
                    .toArray();
            double[] losses = new double[rows + 1];
            double[] deltas = new double[3 * rows + 1];
            objective.losses(z, a, y, losses, rows, 3);
            objective.deltas(z, a, y, deltas, rows, 3);
            for (int row = 0; row < rows; row++) {
                assertEquals(loss(loss, output, row(z, row), row(y, row)), losses[row]);
                assertArrayEquals(delta(loss, output, row(z, row), row(y, row)), row(deltas, row));
            }
            assertEquals(0, losses[rows]);
            assertEquals(0, deltas[3 * rows]);
        }
    }

    private static double[] row(double[] entries, int row) {
        return Arrays.copyOfRange(entries, 3 * row, 3 * row + 3);
    }

    @Test
    void outputDeltaIsYHatMinusYForTheMatchedPairs() {
        double[] z = {1, -2, 0.5};
        double[] sigmoids = PlainFunctions.activations(Activation.SIGMOID, z);
        double[] shares = PlainFunctions.activations(Activation.SOFTMAX, z);
        assertArrayEquals(
                new double[] {sigmoids[0] - 1, sigmoids[1], sigmoids[2] - 0.25},
                delta(Loss.BINARY_CROSS_ENTROPY, Activation.SIGMOID, z, 1, 0, 0.25),
                1e-15);
        assertArrayEquals(
                new double[] {shares[0], shares[1] - 1, shares[2]},
                delta(Loss.CROSS_ENTROPY, Activation.SOFTMAX, z, 0, 1, 0),
                1e-15);
    }

    @Test
    void theseAreTheOnlyMatchedPairs() {
        List<String> matched = combinations()
                .map(Arguments::get)
                .map(pair -> new Objective((Activation) pair[1], (Loss) pair[0], Sign.LOSS))
                .filter(Objective::isMatched)
                .map(Objective::kernel)
                .toList();
        assertEquals(List.of("binary-cross-entropy/sigmoid", "cross-entropy/softmax"), matched);
    }

    @Test
    void theLogLikelihoodTurnsDeltaAndLeavesTheLoss() {
        double[] z = {1, -2};
        double[] y = {1, 0};
        Objective likelihood = new Objective(Activation.SIGMOID, Loss.BINARY_CROSS_ENTROPY, Sign.LOG_LIKELIHOOD);
        double[] yHat = PlainFunctions.activations(Activation.SIGMOID, z);
        assertArrayEquals(new double[] {1 - yHat[0], -yHat[1]}, delta(likelihood, z, y), 1e-15);
        assertEquals(loss(Loss.BINARY_CROSS_ENTROPY, Activation.SIGMOID, z, y), loss(likelihood, z, y));
    }

    /** ln(1 + e^∓z) of one sigmoid, where ŷ has long been rounded to 0 or 1. */
    @ParameterizedTest
    @CsvSource({
        "800, 0, 800",
        "800, 1, 0",
        "-800, 1, 800",
        "-800, 0, 0",
        "800, 0.25, 600",
        "-800, 0.25, 200",
        "40, 0, 40"
    })
    void theLossOfASaturatedSigmoidIsItsLogSumExp(double z, double y, double expected) {
        assertEquals(expected, loss(Loss.BINARY_CROSS_ENTROPY, Activation.SIGMOID, new double[] {z}, y), 1e-12);
    }

    @Test
    void theSmallLossOfARightAnswerKeepsItsDigits() {
        double[] z = {40};
        assertEquals(Math.exp(-40), loss(Loss.BINARY_CROSS_ENTROPY, Activation.SIGMOID, z, 1), 1e-30);
        assertEquals(Math.exp(-40), loss(Loss.CROSS_ENTROPY, Activation.SIGMOID, z, 1), 1e-30);
        assertEquals(Math.exp(-40), loss(Loss.CROSS_ENTROPY, Activation.SOFTMAX, new double[] {40, 0}, 1, 0), 1e-30);
    }

    @Test
    void theLossOfASoftmaxDependsOnDifferencesAloneHoweverLargeItsSums() {
        double near = loss(Loss.CROSS_ENTROPY, Activation.SOFTMAX, new double[] {0, 1, 2}, 0, 1, 0);
        double far = loss(Loss.CROSS_ENTROPY, Activation.SOFTMAX, new double[] {1e15, 1e15 + 1, 1e15 + 2}, 0, 1, 0);
        assertEquals(near, far, 1e-15);
    }

    @Test
    void theLossOfASaturatedSoftmaxIsItsLogSumExp() {
        double[] z = {800, -800, 0};
        assertEquals(0, loss(Loss.CROSS_ENTROPY, Activation.SOFTMAX, z, 1, 0, 0));
        assertEquals(1600, loss(Loss.CROSS_ENTROPY, Activation.SOFTMAX, z, 0, 1, 0));
        assertEquals(800, loss(Loss.CROSS_ENTROPY, Activation.SOFTMAX, z, 0, 0, 1));
        assertEquals(1600 + 800, loss(Loss.BINARY_CROSS_ENTROPY, Activation.SOFTMAX, z, 0, 1, 0));
        assertEquals(800, loss(Loss.CROSS_ENTROPY, Activation.SIGMOID, new double[] {-800}, 1));
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void ofSaturatedOutputsDeltaIsFinite(Loss loss, Activation output) {
        for (double z : new double[] {800, -800}) {
            double[] delta = delta(loss, output, new double[] {z, -z, 0}, 0, 1, 0);
            assertTrue(Arrays.stream(delta).allMatch(Double::isFinite), Arrays.toString(delta));
        }
    }

    @Test
    void deltaOfAWrongCertaintyIsAsLargeAsItGets() {
        double[] z = {800, -800, 0};
        assertArrayEquals(new double[] {1, -1, 0}, delta(Loss.CROSS_ENTROPY, Activation.SOFTMAX, z, 0, 1, 0), 1e-15);
        assertArrayEquals(
                new double[] {2, -1, -1}, delta(Loss.BINARY_CROSS_ENTROPY, Activation.SOFTMAX, z, 0, 1, 0), 1e-15);
        assertArrayEquals(new double[] {-1}, delta(Loss.CROSS_ENTROPY, Activation.SIGMOID, new double[] {-800}, 1));
    }

    @Test
    void zeroTimesTheLogarithmOfZeroIsZero() {
        double[] z = {Double.NEGATIVE_INFINITY, 3};
        assertEquals(0, SigmoidLosses.times(0, Double.POSITIVE_INFINITY));
        assertEquals(Math.log1p(Math.exp(-3)), loss(Loss.CROSS_ENTROPY, Activation.SIGMOID, z, 0, 1), 1e-15);
        assertEquals(0, loss(Loss.CROSS_ENTROPY, Activation.SOFTMAX, z, 0, 1));
    }

    /** Of what is one class alone a shorter way is taken; these targets are none, though they add up to 1, or their squares do, or both. */
    @Test
    void ofTargetsThatAreNoSingleClassEachHasItsPart() {
        double[] z = {1, -2, 0.5};
        double[][] targets = {
            {1, 1, 0}, {0, 0, 0}, {0.5, 0.5, 0}, {-1.0 / 3, 2.0 / 3, 2.0 / 3}, {2, 0, -1}, {0.6, 0.8, 0}
        };
        for (double[] y : targets) {
            double expected = PlainFunctions.loss(Loss.CROSS_ENTROPY, Activation.SOFTMAX, z, y);
            assertNear(expected, loss(Loss.CROSS_ENTROPY, Activation.SOFTMAX, z, y), 1e-14, Arrays.toString(y));
        }
    }

    @Test
    void whatIsNotANumberIsNotHiddenByTheFactorZero() {
        assertTrue(Double.isNaN(SigmoidLosses.times(0, Double.NaN)));
        assertTrue(Double.isNaN(loss(Loss.CROSS_ENTROPY, Activation.SOFTMAX, new double[] {Double.NaN, 1}, 0, 1)));
    }
}
