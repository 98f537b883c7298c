package backstep.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import backstep.linalg.Matrix;
import backstep.linalg.ejml.EjmlEngine;
import backstep.network.Activation;
import backstep.network.Batch;
import backstep.network.Cost;
import backstep.network.Dense;
import backstep.network.Initialization;
import backstep.network.Loss;
import backstep.network.Network;
import backstep.network.Penalty;
import backstep.network.Recording;
import backstep.network.Setting;
import backstep.network.Sign;
import backstep.network.Theta;
import backstep.training.LossSurface.Window;
import java.util.List;
import org.junit.jupiter.api.Test;

class LossSurfaceTest {

    private static final Network NETWORK = new Network(
            2, List.of(new Dense(3, Activation.TANH), new Dense(1, Activation.SIGMOID)), Loss.BINARY_CROSS_ENTROPY);
    private static final Theta THETA = Initialization.NORMAL.theta(NETWORK, 5);
    private static final Batch XOR = new Batch(Matrix.of(4, 2, 0, 0, 0, 1, 1, 0, 1, 1), Matrix.of(4, 1, 0, 1, 1, 0));
    private static final Penalty PENALTY = new Penalty(0.1, 0.02);

    private static double length(double... row) {
        double squares = 0;
        for (double entry : row) {
            squares += entry * entry;
        }
        return Math.sqrt(squares);
    }

    @Test
    void everyUnitsDirectionIsAsLongAsItsWeights() {
        Plane plane = Plane.around(THETA, 1);
        for (int l = 1; l <= 2; l++) {
            for (int i = 0; i < THETA.matrix(l).rows(); i++) {
                double weights = length(THETA.matrix(l).row(i));
                assertEquals(weights, length(plane.first().matrix(l).row(i)), 1e-12);
                assertEquals(weights, length(plane.second().matrix(l).row(i)), 1e-12);
            }
        }
    }

    @Test
    void aSeedGivesTheSamePlaneAndAnotherSeedAnother() {
        assertEquals(Plane.around(THETA, 1), Plane.around(THETA, 1));
        assertNotEquals(Plane.around(THETA, 1).first(), Plane.around(THETA, 2).first());
        assertNotEquals(Plane.around(THETA, 1).first(), Plane.around(THETA, 1).second());
    }

    @Test
    void aPointOfThePlaneIsFoundAgain() {
        Plane plane = Plane.around(THETA, 3);
        Plane.Point found = plane.nearest(plane.at(0.3, -1.7));
        assertEquals(0.3, found.alpha(), 1e-12);
        assertEquals(-1.7, found.beta(), 1e-12);
        assertEquals(0, found.distance(), 1e-12);
    }

    @Test
    void theNearestPointLeavesNothingAlongThePlane() {
        Plane plane = Plane.around(THETA, 3);
        Theta away = Initialization.NORMAL.theta(NETWORK, 77);
        Plane.Point found = plane.nearest(away);
        Theta left = Directions.sum(away, -1, plane.at(found.alpha(), found.beta()));
        assertEquals(0, Directions.product(left, plane.first()), 1e-12);
        assertEquals(0, Directions.product(left, plane.second()), 1e-12);
        assertEquals(Math.sqrt(Directions.product(left, left)), found.distance(), 1e-12);
    }

    @Test
    void aPlaneThroughTwoPointsHoldsBothAndItsDirectionsAreAtRightAngles() {
        Theta other = Initialization.NORMAL.theta(NETWORK, 6);
        Plane plane = Plane.through(THETA, other, 1);
        assertEquals(0, plane.nearest(THETA).distance(), 1e-12);
        Plane.Point end = plane.nearest(other);
        assertEquals(1, end.alpha(), 1e-12);
        assertEquals(0, end.beta(), 1e-12);
        assertEquals(0, Directions.product(plane.first(), plane.second()), 1e-12);
        assertEquals(
                Directions.product(plane.first(), plane.first()),
                Directions.product(plane.second(), plane.second()),
                1e-12);
    }

    @Test
    void aPlaneThroughOnePointTwiceIsAPoint() {
        Plane.Point found = Plane.through(THETA, THETA, 1).nearest(THETA);
        assertEquals(0, found.alpha());
        assertEquals(0, found.distance());
    }

    @Test
    void everyHeightIsTheCostOfItsWeights() {
        EjmlEngine engine = new EjmlEngine();
        Plane plane = Plane.around(THETA, 1);
        Window window = new Window(-2, 1, 4, -1, 1, 3);
        LossSurface surface = LossSurface.of(engine, new Cost(NETWORK, PENALTY, Sign.LOSS), XOR, plane, window);
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 4; column++) {
                Theta theta = plane.at(-2 + column, -1 + row);
                Setting setting = new Setting(NETWORK, theta, XOR, PENALTY, Sign.LOSS);
                assertEquals(
                        Recording.of(engine, setting).cost(), surface.costs().at(row, column), 1e-15);
            }
        }
    }

    @Test
    void aWindowReachesEquallyFarToAllSides() {
        Window window = Window.square(2, 5);
        assertEquals(-2, window.alpha(0));
        assertEquals(0, window.beta(2));
        assertEquals(2, window.alpha(4));
        assertTrue(Double.isFinite(new Window(1, 1, 1, 1, 1, 1).alpha(0)));
    }
}
