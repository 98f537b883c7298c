package backstep.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import backstep.network.Batch;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class CloudsTest {

    private static final double NEAR = 1e-12;

    /** One example: its point and its class. */
    private record Point(double x1, double x2, double y) {
        double radius() {
            return Math.hypot(x1, x2);
        }

        double angle() {
            return Math.atan2(x2, x1);
        }
    }

    private static Batch examples(Generator generator, int count, double noise, long seed) {
        return new Recipe(generator, new Sampling(count, noise, seed)).dataSet().examples();
    }

    private static void forEachPoint(Generator generator, Consumer<Point> claim) {
        Batch examples = examples(generator, 401, 0, 7);
        for (int i = 0; i < examples.size(); i++) {
            claim.accept(new Point(
                    examples.x().at(i, 0), examples.x().at(i, 1), examples.y().at(i, 0)));
        }
    }

    @Test
    void classOneOfXorHasCoordinatesOfDifferentSign() {
        forEachPoint(Generator.XOR, point -> {
            assertEquals(point.y() == 1, point.x1() * point.x2() < 0);
            assertTrue(Math.abs(point.x1()) >= 0.1 && Math.abs(point.x1()) <= 2);
            assertTrue(Math.abs(point.x2()) >= 0.1 && Math.abs(point.x2()) <= 2);
        });
    }
}
