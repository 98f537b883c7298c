package backstep.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import backstep.network.Batch;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CloudsTest {

    private static final double NEAR = 1e-12;

    private record Point(double x1, double x2, double y) {
        double radius() {
            return Math.hypot(x1, x2);
        }

        boolean isOf(int kind) {
            return y == kind;
        }
    }

    private static List<Point> points(Generator generator, int count, double noise) {
        return points(Given.examples(generator, count, noise, 7));
    }

    private static List<Point> points(Batch examples) {
        return IntStream.range(0, examples.size())
                .mapToObj(i -> new Point(
                        examples.x().at(i, 0),
                        examples.x().at(i, 1),
                        examples.y().at(i, 0)))
                .toList();
    }

    @Test
    void classOneOfXorHasCoordinatesOfDifferentSign() {
        for (Point point : points(Generator.XOR, 400, 0)) {
            assertEquals(point.isOf(1), point.x1() * point.x2() < 0);
        }
    }

    @Test
    void xorStaysAwayFromItsAxesAndWithinItsSquare() {
        for (Point point : points(Generator.XOR, 400, 0)) {
            for (double coordinate : new double[] {point.x1(), point.x2()}) {
                assertTrue(Math.abs(coordinate) >= 0.1 && Math.abs(coordinate) <= 2, point.toString());
            }
        }
    }

    @Test
    void theFourQuadrantsOfXorHaveEquallyManyPoints() {
        List<Point> points = points(Generator.XOR, 400, 0);
        for (int first : new int[] {-1, 1}) {
            for (int second : new int[] {-1, 1}) {
                assertEquals(
                        100,
                        points.stream()
                                .filter(point -> point.x1() * first > 0 && point.x2() * second > 0)
                                .count());
            }
        }
    }

    @Test
    void classOneOfCircleIsADiscAndClassZeroARingAroundIt() {
        for (Point point : points(Generator.CIRCLE, 400, 0)) {
            double r = point.radius();
            assertTrue(point.isOf(1) ? r <= 1 : r >= 1.4 - NEAR && r <= 2 + NEAR, point.toString());
        }
    }

    @Test
    void circleGoesAllTheWayRound() {
        List<Point> points = points(Generator.CIRCLE, 400, 0);
        for (int k = 0; k < 8; k++) {
            double sector = k * Math.PI / 4 - Math.PI;
            assertTrue(points.stream().anyMatch(point -> {
                double angle = Math.atan2(point.x2(), point.x1());
                return angle >= sector && angle < sector + Math.PI / 4;
            }));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void cloudsOfGaussLieAroundTheirCentresWithTheirDeviation(int kind) {
        List<Point> cloud = points(Generator.GAUSS, 20_000, 0).stream()
                .filter(point -> point.isOf(kind))
                .toList();
        double centre = kind == 1 ? 1 : -1;
        double mean = cloud.stream().mapToDouble(Point::x1).average().orElseThrow();
        double variance = cloud.stream()
                .mapToDouble(point -> Math.pow(point.x2() - centre, 2))
                .average()
                .orElseThrow();
        assertEquals(centre, mean, 4 * 0.4 / 100);
        assertEquals(0.16, variance, 4 * 0.16 * Math.sqrt(2) / 100);
    }

    @Test
    void radiusOfASpiralGrowsWithItsAngle() {
        List<Point> points = points(Generator.SPIRAL, 400, 0);
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            double turns = point.radius() / 2 * 1.25 + (point.isOf(1) ? 0.5 : 0);
            assertEquals(0.2 + 1.8 * (i / 2 + 0.5) / 200, point.radius(), NEAR);
            assertEquals(Math.cos(2 * Math.PI * turns), point.x1() / point.radius(), 1e-9);
            assertEquals(Math.sin(2 * Math.PI * turns), point.x2() / point.radius(), 1e-9);
        }
    }

    @Test
    void armsOfASpiralAreEachOtherTurnedByHalfACircle() {
        List<Point> points = points(Generator.SPIRAL, 400, 0);
        for (int i = 0; i < points.size(); i += 2) {
            assertEquals(points.get(i).x1(), -points.get(i + 1).x1(), NEAR);
            assertEquals(points.get(i).x2(), -points.get(i + 1).x2(), NEAR);
        }
    }

    @Test
    void moonsAreHalvesOfTwoUnitCircles() {
        for (Point point : points(Generator.MOONS, 400, 0)) {
            double side = point.isOf(1) ? 1 : -1;
            assertEquals(1, Math.hypot(point.x1() - 0.5 * side, point.x2() - 0.25 * side), NEAR);
            assertTrue((point.x2() - 0.25 * side) * side <= 0, point.toString());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"XOR", "CIRCLE", "GAUSS", "SPIRAL", "MOONS"})
    void classesTakeTurnsSoThatTheyAreBalanced(Generator generator) {
        List<Point> points = points(generator, 51, 0.2);
        assertEquals(51, points.size());
        for (int i = 0; i < points.size(); i++) {
            assertEquals(i % 2, points.get(i).y());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"XOR", "CIRCLE", "GAUSS", "SPIRAL", "MOONS"})
    void noiseMovesEachPointByANormalNumberAndChangesNothingElse(Generator generator) {
        int count = 4000;
        List<Point> still = points(generator, count, 0);
        List<Point> moved = points(generator, count, 0.3);
        double squares = 0;
        for (int i = 0; i < count; i++) {
            squares += Math.pow(moved.get(i).x1() - still.get(i).x1(), 2);
            squares += Math.pow(moved.get(i).x2() - still.get(i).x2(), 2);
        }
        assertEquals(0.09, squares / (2 * count), 4 * 0.09 * Math.sqrt(2.0 / (2 * count)));
    }
}
