package backstep.linalg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class TanhTest {

    /** Near 0, where tanh is steep, and where it saturates. */
    private static DoubleStream numbers() {
        Random random = new Random(3);
        return DoubleStream.concat(
                DoubleStream.generate(() -> random.nextGaussian() * Math.pow(10, random.nextInt(9) - 7))
                        .limit(50_000),
                random.doubles(50_000, -25, 25));
    }

    @Test
    void itIsRightToFiveUnitsInTheLastPlace() {
        numbers()
                .forEach(x ->
                        assertEquals(StrictMath.tanh(x), Tanh.of(x), 5 * Math.ulp(StrictMath.tanh(x)), "x = " + x));
    }

    @Test
    void itIsOddToTheLastBit() {
        numbers().forEach(x -> assertEquals(-Tanh.of(x), Tanh.of(-x), "x = " + x));
    }

    @Test
    void itIsExactWhereItEnds() {
        double[] x = {0.0, -0.0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN, 1e308, -20};
        Tanh.apply(x, 0, x.length);
        assertArrayEquals(new double[] {0.0, -0.0, 1, -1, Double.NaN, 1, -1}, x);
    }

    @Test
    void manyAtOnceAreTheSameAsEachAlone() {
        double[] x = numbers().toArray();
        double[] a = x.clone();
        for (int round = 0; round < 50; round++) {
            System.arraycopy(x, 0, a, 0, x.length);
            Tanh.apply(a, 1, a.length - 2);
        }
        assertArrayEquals(
                DoubleStream.of(x).skip(1).limit(x.length - 2).map(Tanh::of).toArray(),
                Arrays.copyOfRange(a, 1, a.length - 1));
        assertEquals(x[0], a[0]);
        assertEquals(x[x.length - 1], a[x.length - 1]);
    }
}
