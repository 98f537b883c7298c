package backstep.data;

import backstep.linalg.Matrix;
import backstep.network.Batch;
import java.util.function.DoubleBinaryOperator;

/** Functions y = f(x₁, x₂) with values from −1 to 1, at points of U(−2, 2)²; noise moves y. */
final class Surfaces {

    /** How far the points go from the centre. */
    static final double RADIUS = 2;

    private Surfaces() {}

    static Batch of(DoubleBinaryOperator function, Sampling sampling) {
        Draws draws = Draws.ofPoints(sampling.seed());
        double[][] x = new double[sampling.count()][];
        double[] y = new double[sampling.count()];
        for (int i = 0; i < x.length; i++) {
            x[i] = new double[] {draws.uniform(-RADIUS, RADIUS), draws.uniform(-RADIUS, RADIUS)};
            y[i] = function.applyAsDouble(x[i][0], x[i][1]) + draws.normal(sampling.noise());
        }
        return new Batch(Matrix.ofRows(x), Matrix.of(y.length, 1, y));
    }

    /** y = (x₁ + x₂) / 4. */
    static double plane(double x1, double x2) {
        return (x1 + x2) / 4;
    }

    /** y = x₁ x₂ / 4. */
    static double saddle(double x1, double x2) {
        return x1 * x2 / 4;
    }
}
