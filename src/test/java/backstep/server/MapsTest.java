package backstep.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import backstep.linalg.Matrix;
import backstep.linalg.ejml.EjmlEngine;
import backstep.network.Activation;
import backstep.network.Batch;
import backstep.network.Cost;
import backstep.network.Dense;
import backstep.network.Loss;
import backstep.network.Network;
import backstep.network.Penalty;
import backstep.network.Sign;
import backstep.network.Theta;
import java.util.List;
import org.junit.jupiter.api.Test;

class MapsTest {

    private static Cost givenNetwork(int inputs, int hidden) {
        return new Cost(
                new Network(
                        inputs,
                        List.of(new Dense(hidden, Activation.TANH), new Dense(1, Activation.LINEAR)),
                        Loss.SQUARED_ERROR),
                Penalty.NONE,
                Sign.LOSS);
    }

    private static Bounds bounds(double[]... rows) {
        return Bounds.of(List.of(Matrix.ofRows(rows)));
    }

    @Test
    void boundsAreThoseOfAllExamplesWidened() {
        Bounds bounds = bounds(new double[] {0, 5}, new double[] {2, 5}).widened(0.1);
        assertEquals(List.of(List.of(-0.1, 2.1), List.of(4.0, 6.0)), bounds.pairs());
    }

    @Test
    void theFirstRowIsTheLowestAndTheFirstColumnTheLeftmost() {
        Theta theta = new Theta(List.of(Matrix.of(2, 3, 0, 1, 0, 0, 0, 1), Matrix.of(1, 3, 0, 10, 1)));
        Maps maps = new Maps(
                new EjmlEngine(), givenNetwork(2, 2), bounds(new double[] {-1, -2}, new double[] {1, 2}), 3, 2);
        List<Picture> pictures = maps.of(theta);
        assertEquals(
                List.of("prediction", "unit.2.1", "unit.2.2"),
                pictures.stream().map(Picture::name).toList());
        float[] prediction = pictures.getFirst().values();
        for (int r = 0; r < 3; r++) {
            for (int c = 0; c < 3; c++) {
                double expected = 10 * Math.tanh(1.1 * (c - 1)) + Math.tanh(2.2 * (r - 1));
                assertEquals(expected, prediction[3 * r + c], 1e-5);
            }
        }
        float[] unit = pictures.get(2).values();
        assertEquals(Math.tanh(-2.2), unit[0], 1e-6);
        assertEquals(Math.tanh(-2.2), unit[1], 1e-6);
        assertEquals(Math.tanh(2.2), unit[2], 1e-6);
    }

    @Test
    void oneInputHasCurves() {
        Maps maps = new Maps(new EjmlEngine(), givenNetwork(1, 1), bounds(new double[] {-1}, new double[] {1}), 3, 2);
        List<Picture> pictures = maps.of(new Theta(List.of(Matrix.of(1, 2, 0, 1), Matrix.of(1, 2, 5, 2))));
        assertEquals(
                List.of("curve", "unit.2.1"),
                pictures.stream().map(Picture::name).toList());
        assertEquals(200, pictures.getFirst().columns());
        assertEquals(5 + 2 * Math.tanh(-1.1), pictures.getFirst().values()[0], 1e-5);
        assertEquals(5 + 2 * Math.tanh(1.1), pictures.getFirst().values()[199], 1e-5);
    }

    @Test
    void wideLayersShowTheirFirstUnits() {
        Cost wide = givenNetwork(2, 500);
        Maps maps = new Maps(new EjmlEngine(), wide, bounds(new double[] {0, 0}), 2, 2);
        Theta zero = new Theta(List.of(Matrix.zeros(500, 3), Matrix.zeros(1, 501)));
        assertEquals(1 + 128, maps.of(zero).size());
    }

    @Test
    void everyActivationFallsIntoABin() {
        Batch examples = new Batch(Matrix.of(4, 1, -3, -1, 1, 3), Matrix.of(4, 1, 0, 0, 0, 0));
        Histograms histograms = new Histograms(new EjmlEngine(), givenNetwork(1, 1), examples);
        List<Picture> pictures = histograms.of(new Theta(List.of(Matrix.of(1, 2, 0, 100), Matrix.of(1, 2, 0, 2))));
        assertEquals(
                List.of("histogram.2", "histogram.3"),
                pictures.stream().map(Picture::name).toList());
        float[] hidden = pictures.getFirst().values();
        assertEquals(2, hidden[0]);
        assertEquals(2, hidden[39]);
        assertEquals(-2.0, pictures.getLast().from());
        assertEquals(2.0, pictures.getLast().to());
    }
}
