package backstep.network;

import static backstep.network.Near.assertNear;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActivationTest {

    private static final double[] POINTS = {-40, -3, -0.7, -1e-3, 1e-3, 0.5, 2, 11};

    @ParameterizedTest
    @EnumSource(Activation.class)
    void theValueIsThatOfTheDefinition(Activation g) {
        double[] plain = PlainFunctions.activations(g, POINTS);
        double[] values = OneLayer.activations(g, POINTS);
        for (int i = 0; i < POINTS.length; i++) {
            assertEquals(plain[i], values[i], 1e-15 * (1 + Math.abs(plain[i])), g + " at " + POINTS[i]);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Activation.class, names = "SOFTMAX", mode = EnumSource.Mode.EXCLUDE)
    void theDerivativeAgreesWithCentralDifferences(Activation g) {
        for (double z : POINTS) {
            double h = 1e-5;
            double measured = (g.value(z + h) - g.value(z - h)) / (2 * h);
            assertNear(measured, g.derivative(z, g.value(z)), 1e-9, g + " at " + z);
        }
    }

    @Test
    void atTheirCornerTheDerivativesAreThoseOfTheLeft() {
        assertEquals(0, Activation.RELU.derivative(0, 0));
        assertEquals(0.01, Activation.LEAKY_RELU.derivative(0, 0));
    }

    @Test
    void slopesScaleWhatComesFromAboveAndNothingElse() {
        double[] a = {9, 2, 0, 5, -1};
        double[] e = {9, 5, 3, 4, 2};
        Activation.RELU.slopes(a, e, 1, 3);
        assertArrayEquals(new double[] {9, 5, 0, 4, 2}, e);
    }

    @Test
    void theSmallestNumberAboveZeroHasTheWholeSlope() {
        double[] a = {Double.MIN_VALUE, Double.POSITIVE_INFINITY, -0.0};
        Activation.RELU.apply(a, 0, 3);
        double[] e = {3, 3, 3};
        Activation.RELU.slopes(a, e, 0, 3);
        assertArrayEquals(new double[] {3, 3, 0}, e);
        Activation.LEAKY_RELU.slopes(new double[] {Double.MIN_VALUE, 1, -Double.MIN_VALUE}, e, 0, 3);
        assertArrayEquals(new double[] {3, 3, 0}, e);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 800, -800, 1e15})
    void softmaxDoesNotChangeWhereAllSumsMoveTogether(double by) {
        double[] z = {0, 1, 2, 3};
        double[] moved = Arrays.stream(z).map(one -> one + by).toArray();
        double[] printed = {0.032058604, 0.08714432, 0.23688284, 0.6439143};
        assertArrayEquals(printed, OneLayer.activations(Activation.SOFTMAX, moved), 1e-7);
    }

    @Test
    void softmaxAddsUpToOneHoweverFarItsSumsAreApart() {
        for (double[] z : List.of(new double[] {-1e4, 0, 1e4}, new double[] {1e300, -1e300}, new double[] {0.1, 0.2})) {
            assertEquals(
                    1,
                    Arrays.stream(OneLayer.activations(Activation.SOFTMAX, z)).sum(),
                    1e-15);
        }
    }

    @Test
    void softmaxOfSeveralExamplesIsThatOfEachAndTouchesNothingElse() {
        double[] a = {7, 1, 0.3, -0.6, 1, 1000, 999, 9};
        Activation.SOFTMAX.apply(a, 1, 2, 2);
        assertArrayEquals(OneLayer.activations(Activation.SOFTMAX, 0.3, -0.6), Arrays.copyOfRange(a, 2, 4));
        assertArrayEquals(OneLayer.activations(Activation.SOFTMAX, 1000, 999), Arrays.copyOfRange(a, 5, 7));
        assertEquals(7, a[0]);
        assertEquals(9, a[7]);
    }

    @Test
    void whatIsNoNumberMakesNoneOfItsExampleAlone() {
        double[] a = {1, Double.NaN, 2, 1, 3, 3};
        Activation.SOFTMAX.apply(a, 0, 2, 2);
        assertArrayEquals(new double[] {Double.NaN, Double.NaN}, Arrays.copyOfRange(a, 1, 3));
        assertArrayEquals(new double[] {0.5, 0.5}, Arrays.copyOfRange(a, 4, 6));
    }

    @Test
    void softmaxHasNoUnitAlone() {
        assertFalse(Activation.SOFTMAX.isElementwise());
        assertTrue(Activation.RELU.isElementwise());
        assertThrows(UnsupportedOperationException.class, () -> Activation.SOFTMAX.value(0));
        assertThrows(UnsupportedOperationException.class, () -> Activation.SOFTMAX.derivative(0, 1));
    }

    @Test
    void namesAreThoseOfDocuments() {
        assertEquals(
                List.of("sigmoid", "relu", "tanh", "linear", "softmax", "leaky-relu"),
                Arrays.stream(Activation.values()).map(Activation::spelling).toList());
    }
}
