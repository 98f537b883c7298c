package backstep.linalg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** A function of one number that is computed for many at once, too. */
abstract class FunctionContract {

    abstract double of(double x);

    abstract void apply(double[] x, int first, int count);

    /** {@return numbers of all kinds that the function is made for} */
    abstract DoubleStream numbers();

    /** {@return numbers on both sides of 0, of all sizes from 10⁻⁷ on} */
    static DoubleStream ofAllSizes(Random random) {
        return DoubleStream.generate(() -> random.nextGaussian() * Math.pow(10, random.nextInt(9) - 7))
                .limit(50_000);
    }

    @Test
    void manyAtOnceAreTheSameAsEachAlone() {
        double[] x = numbers().toArray();
        double[] a = x.clone();
        for (int round = 0; round < 50; round++) {
            System.arraycopy(x, 0, a, 0, x.length);
            apply(a, 1, a.length - 2);
        }
        assertArrayEquals(
                DoubleStream.of(x).skip(1).limit(x.length - 2).map(this::of).toArray(),
                Arrays.copyOfRange(a, 1, a.length - 1));
        assertEquals(x[0], a[0]);
        assertEquals(x[x.length - 1], a[x.length - 1]);
    }
}
