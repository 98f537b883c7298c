package backstep.linalg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoftmaxTest {

    private static final int WIDTH = 7;

    private static double[] row(double[] rows, int row) {
        return Arrays.copyOfRange(rows, row * (WIDTH + 1) + 1, (row + 1) * (WIDTH + 1));
    }

    /** {@return softmax by the functions of the language} */
    private static double[] plain(double[] z) {
        double largest = DoubleStream.of(z).max().orElseThrow();
        double sum =
                DoubleStream.of(z).map(one -> StrictMath.exp(one - largest)).sum();
        return DoubleStream.of(z)
                .map(one -> StrictMath.exp(one - largest) / sum)
                .toArray();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 1, 30, 1e6})
    void sharesAreThoseOfTheDefinitionOnBothSidesOfZero(double size) {
        Random random = new Random(8);
        double[] z = random.doubles(100 * (WIDTH + 1), -size, size).toArray();
        for (int k = 0; k < z.length / 2; k++) {
            z[k] = -Math.abs(z[k]);
        }
        double[] a = z.clone();
        Softmax.apply(a, 0, 100, WIDTH);
        for (int row = 0; row < 100; row++) {
            assertArrayEquals(plain(row(z, row)), row(a, row), 1e-15, "row " + row);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0x7ff8_0000_0000_0000L, 0xfff8_0000_0000_0000L})
    void whatIsNoNumberOfEitherSignMakesNoneOfItsRowAlone(long bits) {
        double[] a = new double[3 * (WIDTH + 1)];
        a[WIDTH + 3] = Double.longBitsToDouble(bits);
        Softmax.apply(a, 0, 3, WIDTH);
        double[] even = plain(new double[WIDTH]);
        assertArrayEquals(even, row(a, 0), 1e-15);
        assertEquals(WIDTH, DoubleStream.of(row(a, 1)).filter(Double::isNaN).count());
        assertArrayEquals(even, row(a, 2), 1e-15);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, WIDTH - 1})
    void aCertaintyIsCertainWhereverItStands(int at) {
        double[] a = new double[WIDTH + 1];
        Arrays.fill(a, Double.NEGATIVE_INFINITY);
        a[1 + at] = -5;
        Softmax.apply(a, 0, 1, WIDTH);
        double[] expected = new double[WIDTH];
        expected[at] = 1;
        assertArrayEquals(expected, row(a, 0));
    }
}
