package backstep.linalg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class ExpTest {

    /** Near 0, where the answer has all its digits, and where it is too small for them. */
    private static DoubleStream numbers() {
        Random random = new Random(5);
        return DoubleStream.concat(
                DoubleStream.generate(() -> -random.nextDouble() * Math.pow(10, random.nextInt(10) - 7))
                        .limit(50_000),
                random.doubles(50_000, -750, 0));
    }

    @Test
    void itIsRightToOneUnitInTheLastPlace() {
        numbers().forEach(x -> assertEquals(StrictMath.exp(x), Exp.of(x), Math.ulp(StrictMath.exp(x)), "x = " + x));
    }

    @Test
    void itIsExactWhereItEnds() {
        double[] x = {0.0, -0.0, Double.NEGATIVE_INFINITY, Double.NaN, -1e308, -745.14, -745.13};
        Exp.apply(x, 0, x.length);
        assertArrayEquals(new double[] {1, 1, 0, Double.NaN, 0, 0, Double.MIN_VALUE}, x);
    }

    @Test
    void manyAtOnceAreTheSameAsEachAlone() {
        double[] x = numbers().toArray();
        double[] a = x.clone();
        for (int round = 0; round < 50; round++) {
            System.arraycopy(x, 0, a, 0, x.length);
            Exp.apply(a, 1, a.length - 2);
        }
        assertArrayEquals(
                DoubleStream.of(x).skip(1).limit(x.length - 2).map(Exp::of).toArray(),
                Arrays.copyOfRange(a, 1, a.length - 1));
        assertEquals(x[0], a[0]);
        assertEquals(x[x.length - 1], a[x.length - 1]);
    }
}
