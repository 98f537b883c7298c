package backstep.data;

import backstep.linalg.Matrix;
import backstep.network.Batch;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Who is on the street: a pedestrian, a car, a motorcycle or a truck, seen from the side, 16 × 16 pixels, grey values from 0,
 * nothing, to 1. The four take turns. Direction, place, size and proportions are drawn at random; noise changes grey values, which
 * stay between 0 and 1.
 */
final class Street {

    static final int SIZE = 16;
    static final List<String> NAMES =
            Arrays.stream(User.values()).map(User::spelling).toList();

    private enum User {
        PEDESTRIAN,
        CAR,
        MOTORCYCLE,
        TRUCK;

        String spelling() {
            return name().toLowerCase(Locale.ROOT);
        }

        Drawing drawing(Draws draws) {
            return switch (this) {
                case PEDESTRIAN -> StreetDrawings.pedestrian(draws);
                case CAR -> StreetDrawings.car(draws);
                case MOTORCYCLE -> StreetDrawings.motorcycle(draws);
                case TRUCK -> StreetDrawings.truck(draws);
            };
        }
    }

    private Street() {}

    static Batch of(Sampling sampling) {
        Draws draws = Draws.ofPoints(sampling.seed());
        double[][] x = new double[sampling.count()][];
        double[][] y = new double[x.length][NAMES.size()];
        for (int i = 0; i < x.length; i++) {
            User user = User.values()[i % NAMES.size()];
            y[i][user.ordinal()] = 1;
            x[i] = draws.greyNoise(sampling.noise(), user.drawing(draws).pixels(SIZE, placement(draws)));
        }
        return new Batch(Matrix.ofRows(x), Matrix.ofRows(y));
    }

    private static Drawing.Placement placement(Draws draws) {
        return new Drawing.Placement(
                draws.uniform(0.85, 1.02), draws.heads(), draws.uniform(-0.06, 0.06), draws.uniform(0, 0.07));
    }
}
