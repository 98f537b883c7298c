package backstep.linalg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class SigmoidTest extends FunctionContract {

    @Override
    double of(double z) {
        return Sigmoid.of(z);
    }

    @Override
    void apply(double[] z, int first, int count) {
        Sigmoid.apply(z, first, count);
    }

    /** Near 0, where it is steep, and far out on both sides. */
    @Override
    DoubleStream numbers() {
        Random random = new Random(6);
        return DoubleStream.concat(ofAllSizes(random), random.doubles(50_000, -750, 50));
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
}
