package backstep.linalg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class ExpTest extends FunctionContract {

    @Override
    double of(double x) {
        return Exp.of(x);
    }

    @Override
    void apply(double[] x, int first, int count) {
        Exp.apply(x, first, count);
    }

    /** Near 0, where the answer has all its digits, and where it is too small for them. */
    @Override
    DoubleStream numbers() {
        Random random = new Random(5);
        return DoubleStream.concat(ofAllSizes(random).map(x -> -Math.abs(x)), random.doubles(50_000, -750, 0));
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
}
