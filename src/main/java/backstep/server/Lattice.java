package backstep.server;

import backstep.linalg.Buffer;
import backstep.linalg.Matrix;
import backstep.linalg.MatrixEngine;
import backstep.network.Batch;
import backstep.network.Cost;
import backstep.network.LoadedExamples;
import backstep.network.Pass;
import backstep.network.Recorder;
import backstep.network.Weights;
import java.util.stream.IntStream;

/**
 * Points that lie evenly over the inputs, which a network is asked about by the pass that trains it: a row of them for one
 * input, rows and columns for two, with the lowest first. They are passed row by row, so that a wide network needs little memory.
 */
final class Lattice {

    /** Is shown what a network makes of a row of points. */
    interface Reader {

        /** The activations of layer l at the points of a row [columns × (sₗ + 1)]. */
        void row(int row, int l, Matrix a);
    }

    private final MatrixEngine engine;
    private final int rows;
    private final int columns;
    private final Pass pass;
    private final LoadedExamples points;
    private final int[] order;

    Lattice(MatrixEngine engine, Cost cost, Weights weights, Bounds bounds, int side) {
        this.engine = engine;
        columns = side;
        rows = bounds.least().size() == 1 ? 1 : side;
        pass = new Pass(engine, cost, weights, columns);
        order = IntStream.range(0, rows * columns).toArray();
        Matrix none = Matrix.zeros(rows * columns, cost.network().outputs());
        points = LoadedExamples.of(engine, new Batch(Matrix.ofRows(points(bounds)), none));
    }

    private double[][] points(Bounds bounds) {
        double[][] points = new double[rows * columns][];
        for (int k = 0; k < points.length; k++) {
            double x1 = bounds.at(0, k % columns, columns);
            points[k] = rows == 1 ? new double[] {x1} : new double[] {x1, bounds.at(1, k / columns, rows)};
        }
        return points;
    }

    int rows() {
        return rows;
    }

    int columns() {
        return columns;
    }

    /** Passes all points. */
    void read(Reader reader) {
        for (int r = 0; r < rows; r++) {
            int row = r;
            pass.load(points, order, r * columns);
            pass.predict(new Recorder() {
                @Override
                public void layer(int l, Buffer z, Buffer a) {
                    reader.row(row, l, engine.read(a));
                }
            });
        }
    }
}
