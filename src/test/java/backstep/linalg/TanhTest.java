package backstep.linalg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class TanhTest extends FunctionContract {

    @Override
    double of(double x) {
        return Tanh.of(x);
    }

    @Override
    void apply(double[] x, int first, int count) {
        Tanh.apply(x, first, count);
    }

    /** Near 0, where tanh is steep, and where it saturates. */
    @Override
    DoubleStream numbers() {
        Random random = new Random(3);
        return DoubleStream.concat(ofAllSizes(random), random.doubles(50_000, -25, 25));
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
}
