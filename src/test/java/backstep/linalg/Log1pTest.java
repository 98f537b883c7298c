package backstep.linalg;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class Log1pTest {

    /** Where 1 + x is hardly 1, where it goes from one power of two to the next, and where it is large. */
    private static DoubleStream numbers() {
        Random random = new Random(7);
        return DoubleStream.concat(
                FunctionContract.ofAllSizes(random).map(Math::abs),
                DoubleStream.concat(
                        random.doubles(100_000, 0, 8),
                        random.doubles(50_000, -100, 700).map(Math::exp)));
    }

    @Test
    void itIsRightToOneUnitInTheLastPlace() {
        numbers().forEach(x -> {
            double expected = StrictMath.log1p(x);
            assertEquals(expected, Log1p.of(x), Math.ulp(expected), "x = " + x);
        });
    }

    @Test
    void itIsExactWhereItBegins() {
        assertEquals(0, Log1p.of(0));
        assertEquals(Double.MIN_VALUE, Log1p.of(Double.MIN_VALUE));
        assertEquals(1e-300, Log1p.of(1e-300));
        assertEquals(Math.log(2), Log1p.of(1));
    }

    @Test
    void whatIsNoFiniteNumberHasNoLogarithm() {
        assertEquals(Double.NaN, Log1p.of(Double.NaN));
        assertEquals(Double.NaN, Log1p.of(Double.POSITIVE_INFINITY));
    }
}
