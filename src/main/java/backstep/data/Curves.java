package backstep.data;

import backstep.linalg.Matrix;
import backstep.network.Batch;
import java.util.function.DoubleUnaryOperator;

/** Functions y = f(x) of one number, x evenly spaced from end to end of an interval; noise moves y. */
final class Curves {

    private Curves() {}

    static Batch of(DoubleUnaryOperator function, Interval interval, Sampling sampling) {
        Draws draws = Draws.ofPoints(sampling.seed());
        int count = sampling.count();
        double[] x = new double[count];
        double[] y = new double[count];
        for (int i = 0; i < count; i++) {
            x[i] = interval.at(i, count);
            y[i] = function.applyAsDouble(x[i]) + draws.normal(sampling.noise());
        }
        return new Batch(Matrix.of(count, 1, x), Matrix.of(count, 1, y));
    }

    /** y = sin πx. */
    static double sine(double x) {
        return StrictMath.sin(StrictMath.PI * x);
    }

    /** y = 0 for x &lt; 0, else 1. */
    static double step(double x) {
        return x < 0 ? 0 : 1;
    }
}
