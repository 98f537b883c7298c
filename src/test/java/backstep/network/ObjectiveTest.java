package backstep.network;

import static backstep.network.Near.assertNear;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
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
        double[] a = OneLayer.activations(output, z);
        return new Objective(output, loss, Sign.LOSS).loss(z, 0, a, 0, y, z.length);
    }

    private static double[] delta(Objective objective, double[] z, double... y) {
        double[] a = OneLayer.activations(objective.output(), z);
        double[] delta = new double[z.length];
        objective.delta(z, 0, a, 0, y, delta, z.length);
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
    void aRowInTheMiddleOfAMatrixIsReadAndWrittenInItsPlace(Loss loss, Activation output) {
        double[] z = {9, 9, 0.3, -0.6, 9};
        double[] values = OneLayer.activations(output, 0.3, -0.6);
        double[] a = {1, 9, 1, values[0], values[1], 1};
        double[] y = {9, 9, 1, 0, 9};
        double[] delta = new double[5];
        Objective objective = new Objective(output, loss, Sign.LOSS);
        objective.delta(z, 2, a, 3, y, delta, 2);
        double[] alone = delta(loss, output, new double[] {0.3, -0.6}, 1, 0);
        assertArrayEquals(new double[] {0, 0, alone[0], alone[1], 0}, delta);
        assertEquals(loss(loss, output, new double[] {0.3, -0.6}, 1, 0), objective.loss(z, 2, a, 3, y, 2));
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
        assertEquals(loss(Loss.BINARY_CROSS_ENTROPY, Activation.SIGMOID, z, y), likelihood.loss(z, 0, yHat, 0, y, 2));
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

    @Test
    void whatIsNotANumberIsNotHiddenByTheFactorZero() {
        assertTrue(Double.isNaN(SigmoidLosses.times(0, Double.NaN)));
        assertTrue(Double.isNaN(loss(Loss.CROSS_ENTROPY, Activation.SOFTMAX, new double[] {Double.NaN, 1}, 0, 1)));
    }
}
