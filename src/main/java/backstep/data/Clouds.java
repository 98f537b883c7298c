package backstep.data;

import static java.lang.StrictMath.PI;
import static java.lang.StrictMath.cos;
import static java.lang.StrictMath.sin;

import backstep.linalg.Matrix;
import backstep.network.Batch;

/**
 * Two classes in the plane, within about [−2, 2]² before noise moves them. Examples take turns: 0, 1, 0, 1, …
 *
 * <p>The shapes are those of TensorFlow Playground (Smilkov and Carter 2016) on a smaller plane, and of scikit-learn's moons; a
 * spiral has fewer turns than there, so that two small hidden layers of tanh learn it in some hundred epochs.
 */
final class Clouds {

    /** How far the points go from the centre. */
    static final double RADIUS = 2;
    /** No point of {@code xor} is nearer to an axis. */
    static final double GAP = 0.1;
    /** Within this radius lies the inner class of {@code circle} … */
    static final double DISC = 1;
    /** … and the outer class outside of this one. */
    static final double RING = 1.4;
    /** The clouds of {@code gauss} lie around (−1, −1) and (1, 1), with this standard deviation. */
    static final double CLOUD = 0.4;
    /** How often an arm of {@code spiral} would go round, if it began in the centre. */
    static final double TURNS = 1.25;
    /** Which part of the way an arm leaves out, where the two would lie on each other. */
    static final double START = 0.1;

    /** Where example i lies before noise moves it, {@code along} of the way along those of its class. */
    interface Shape {
        double[] point(int i, double along, Draws draws);
    }

    private Clouds() {}

    static Batch of(Shape shape, Sampling sampling) {
        Draws draws = Draws.ofPoints(sampling.seed());
        double[][] x = new double[sampling.count()][];
        double[] y = new double[sampling.count()];
        for (int i = 0; i < x.length; i++) {
            y[i] = i % 2;
            x[i] = shape.point(i, along(i, x.length), draws);
            x[i][0] += draws.normal(sampling.noise());
            x[i][1] += draws.normal(sampling.noise());
        }
        return new Batch(Matrix.ofRows(x), Matrix.of(y.length, 1, y));
    }

    /** {@return how far example i is along those of its class, between 0 and 1: the middle of its part of them} */
    private static double along(int i, int count) {
        int ofItsClass = (count + 1 - i % 2) / 2;
        return (i / 2 + 0.5) / ofItsClass;
    }

    /** Class 1 where exactly one coordinate is positive; the four quadrants take turns. */
    static double[] xor(int i, double along, Draws draws) {
        int first = i / 2 % 2 == 0 ? 1 : -1;
        int second = i % 2 == 0 ? first : -first;
        return new double[] {first * draws.uniform(GAP, RADIUS), second * draws.uniform(GAP, RADIUS)};
    }

    /** Class 1 in the disc r ≤ 1, class 0 in the ring 1.4 ≤ r ≤ 2. */
    static double[] circle(int i, double along, Draws draws) {
        double r = isClassOne(i) ? draws.uniform(0, DISC) : draws.uniform(RING, RADIUS);
        return polar(r, draws.uniform(0, 2 * PI));
    }

    /** Class 0 from N((−1, −1), 0.4²), class 1 from N((1, 1), 0.4²). */
    static double[] gauss(int i, double along, Draws draws) {
        int centre = isClassOne(i) ? 1 : -1;
        return new double[] {centre + draws.normal(CLOUD), centre + draws.normal(CLOUD)};
    }

    /** r = 2 t, φ = 2π · 1.25 t for t from 0.1 to 1; class 1 is class 0 turned by half a circle. */
    static double[] spiral(int i, double along, Draws draws) {
        double t = START + (1 - START) * along;
        return polar(RADIUS * t, 2 * PI * TURNS * t + (isClassOne(i) ? PI : 0));
    }

    /** Class 0 is an upper half circle (cos πt, sin πt), class 1 a lower one (1 − cos πt, ½ − sin πt), centred together. */
    static double[] moons(int i, double t, Draws draws) {
        double x1 = isClassOne(i) ? 1 - cos(PI * t) : cos(PI * t);
        double x2 = isClassOne(i) ? 0.5 - sin(PI * t) : sin(PI * t);
        return new double[] {x1 - 0.5, x2 - 0.25};
    }

    private static boolean isClassOne(int i) {
        return i % 2 == 1;
    }

    private static double[] polar(double r, double angle) {
        return new double[] {r * cos(angle), r * sin(angle)};
    }
}
