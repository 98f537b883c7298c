package backstep.linalg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class SigmoidTest {

    /** Near 0, where it is steep, and far out on both sides. */
    private static DoubleStream numbers() {
        Random random = new Random(6);
        return DoubleStream.concat(
                DoubleStream.generate(() -> random.nextGaussian() * Math.pow(10, random.nextInt(9) - 7))
                        .limit(50_000),
                random.doubles(50_000, -750, 50));
    }

    /** {@return σ(z) by the functions of the language} */
    private static double plain(double z) {
        double power = StrictMath.exp(-Math.abs(z));
        return (z < 0 ? power : 1) / (1 + power);
    }

    @Test
    void itIsRightToThreeUnitsInTheLastPlace() {
        numbers().forEach(z -> assertEquals(plain(z), Sigmoid.of(z), 3 * Math.ulp(plain(z)), "z = " + z));
    }

    @Test
    void itIsExactWhereItEnds() {
        double[] z = {0.0, -0.0, 800, -800, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN};
        Sigmoid.apply(z, 0, z.length);
        assertArrayEquals(new double[] {0.5, 0.5, 1, 0, 1, 0, Double.NaN}, z);
        assertEquals(StrictMath.exp(-700), Sigmoid.of(-700), 1e-318);
    }

    @Test
    void manyAtOnceAreTheSameAsEachAlone() {
        double[] z = numbers().toArray();
        double[] a = z.clone();
        for (int round = 0; round < 50; round++) {
            System.arraycopy(z, 0, a, 0, z.length);
            Sigmoid.apply(a, 1, a.length - 2);
        }
        assertArrayEquals(
                DoubleStream.of(z).skip(1).limit(z.length - 2).map(Sigmoid::of).toArray(),
                Arrays.copyOfRange(a, 1, a.length - 1));
        assertEquals(z[0], a[0]);
        assertEquals(z[z.length - 1], a[z.length - 1]);
    }
}
