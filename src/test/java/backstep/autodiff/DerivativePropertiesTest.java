package backstep.autodiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of the derivatives of every list, whatever it computes. The parameter is the seed. */
class DerivativePropertiesTest {

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    /** ⟨ȳ, Jẋ⟩ = ⟨Jᵀȳ, ẋ⟩, with J from forward sweeps on the left and from reverse sweeps on the right. */
    @ParameterizedTest
    @MethodSource("seeds")
    void reverseIsTheTransposeOfForward(long seed) {
        PrimalTrace primal = PrimalTrace.of(RandomLists.of(seed), RandomLists.point(seed));
        double[][] forward = Jacobian.forward(primal);
        double[][] reverse = Jacobian.of(primal);
        Random random = new Random(seed);
        double[] y = random.doubles(2, -1, 1).toArray();
        double[] x = random.doubles(3, -1, 1).toArray();
        double left = 0;
        double right = 0;
        double size = 1;
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 3; j++) {
                left += y[i] * forward[i][j] * x[j];
                right += reverse[i][j] * y[i] * x[j];
                size += Math.abs(forward[i][j]);
            }
        }
        assertEquals(left, right, 1e-13 * size);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theGradientAgreesWithCentralDifferences(long seed) {
        AdjointTrace adjoints = AdjointTrace.of(PrimalTrace.of(RandomLists.of(seed), RandomLists.point(seed)), 0);
        for (CentralDifference check : CentralDifference.of(adjoints)) {
            double size = Math.max(1, Math.abs(adjoints.primal().output(0)));
            assertEquals(
                    check.difference(), check.derivative(), 1e-7 * size * Math.max(1, Math.abs(check.derivative())));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theHessianIsTheSlopeOfTheGradient(long seed) {
        WengertList list = RandomLists.of(seed);
        double[] x = RandomLists.point(seed);
        double[][] hessian = Hessian.of(AdjointTrace.of(PrimalTrace.of(list, x), 0));
        for (int j = 0; j < x.length; j++) {
            double[] above = gradient(list, x, j, 1e-5);
            double[] below = gradient(list, x, j, -1e-5);
            for (int i = 0; i < x.length; i++) {
                double slope = (above[i] - below[i]) / 2e-5;
                double size = Math.max(1, Math.max(Math.abs(slope), Math.abs(above[i])));
                assertEquals(slope, hessian[i][j], 1e-5 * size * size, "row " + i + ", column " + j);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void theHessianIsSymmetric(long seed) {
        double[][] hessian =
                Hessian.of(AdjointTrace.of(PrimalTrace.of(RandomLists.of(seed), RandomLists.point(seed)), 1));
        for (int i = 0; i < hessian.length; i++) {
            double[] column = new double[hessian.length];
            for (int j = 0; j < hessian.length; j++) {
                column[j] = hessian[j][i];
            }
            assertArrayEquals(hessian[i], column, 1e-12 * (1 + Math.abs(hessian[i][i])));
        }
    }

    private static double[] gradient(WengertList list, double[] x, int moved, double by) {
        double[] point = x.clone();
        point[moved] += by;
        return AdjointTrace.of(PrimalTrace.of(list, point), 0).gradient();
    }
}
