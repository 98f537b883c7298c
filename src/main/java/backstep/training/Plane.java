package backstep.training;

import backstep.network.Theta;
import java.util.SplittableRandom;

/**
 * A plane in the space of all weights: Θ(α, β) = centre + α first + β second.
 *
 * @param first the direction of α, in the shapes of {@code centre}
 * @param second the direction of β
 */
public record Plane(Theta centre, Theta first, Theta second) {

    /** {@return the plane through weights along two random directions, scaled filter by filter; the same for the same seed} */
    public static Plane around(Theta centre, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Theta first = Directions.filterNormalised(centre, random);
        return new Plane(centre, first, Directions.filterNormalised(centre, random));
    }

    /**
     * {@return the plane through two points, {@code a} at (0, 0) and {@code b} at (1, 0), and a random direction at right angles
     * that is as long as the way between them}
     */
    public static Plane through(Theta a, Theta b, long seed) {
        Theta way = Directions.sum(b, -1, a);
        double length = Directions.product(way, way);
        Theta random = Directions.filterNormalised(a, new SplittableRandom(seed));
        Theta across = Directions.sum(random, length == 0 ? 0 : -Directions.product(random, way) / length, way);
        double width = Directions.product(across, across);
        Theta zero = Directions.sum(across, -1, across);
        return new Plane(a, way, width == 0 ? across : Directions.sum(zero, Math.sqrt(length / width), across));
    }

    /** {@return Θ(α, β)} */
    public Theta at(double alpha, double beta) {
        return Directions.sum(Directions.sum(centre, alpha, first), beta, second);
    }

    /**
     * {@return where on the plane weights lie, or the point of the plane that is nearest to them}
     *
     * <p>α and β solve the normal equations of |theta − Θ(α, β)|².
     */
    public Point nearest(Theta theta) {
        Theta offset = Directions.sum(theta, -1, centre);
        double ff = Directions.product(first, first);
        double fs = Directions.product(first, second);
        double ss = Directions.product(second, second);
        double fo = Directions.product(first, offset);
        double so = Directions.product(second, offset);
        double determinant = ff * ss - fs * fs;
        double alpha = determinant == 0 ? 0 : (fo * ss - so * fs) / determinant;
        double beta = determinant == 0 ? 0 : (so * ff - fo * fs) / determinant;
        Theta left = Directions.sum(theta, -1, at(alpha, beta));
        return new Point(alpha, beta, Directions.norm(left));
    }

    /** @param distance how far from the plane the weights lie that the point stands for */
    public record Point(double alpha, double beta, double distance) {}
}
