package backstep.training;

import backstep.linalg.Matrix;
import backstep.linalg.MatrixEngine;
import backstep.network.Batch;
import backstep.network.Cost;
import backstep.network.Pass;
import backstep.network.Recorder;
import backstep.network.Weights;

/**
 * J over a piece of a plane of weights.
 *
 * @param costs J, row by row from the lowest β, within a row from the lowest α
 */
public record LossSurface(Plane plane, Window window, Matrix costs) {

    /**
     * A rectangle of the plane, looked at in a grid.
     *
     * @param columns how many values α takes, from {@code fromAlpha} to {@code toAlpha}
     * @param rows how many values β takes
     */
    public record Window(double fromAlpha, double toAlpha, int columns, double fromBeta, double toBeta, int rows) {

        /** {@return the square in which no coordinate is further than {@code reach} from the centre} */
        public static Window square(double reach, int resolution) {
            return new Window(-reach, reach, resolution, -reach, reach, resolution);
        }

        /** {@return the value of α in a column, from 0} */
        public double alpha(int column) {
            return within(fromAlpha, toAlpha, column, columns);
        }

        /** {@return the value of β in a row, from 0} */
        public double beta(int row) {
            return within(fromBeta, toBeta, row, rows);
        }

        private static double within(double from, double to, int k, int count) {
            return count == 1 ? from : from + (to - from) * k / (count - 1);
        }
    }

    /**
     * {@return the surface of a cost over all examples of a batch}
     *
     * <p>Takes rows × columns forward passes.
     */
    public static LossSurface of(MatrixEngine engine, Cost cost, Batch batch, Plane plane, Window window) {
        Weights weights = new Weights(engine, cost.network());
        Pass pass = new Pass(engine, cost, weights, batch.size());
        pass.load(batch);
        double[] costs = new double[window.rows() * window.columns()];
        for (int row = 0; row < window.rows(); row++) {
            for (int column = 0; column < window.columns(); column++) {
                weights.write(plane.at(window.alpha(column), window.beta(row)));
                pass.forward(Recorder.NONE);
                costs[row * window.columns() + column] = pass.cost();
            }
        }
        return new LossSurface(plane, window, Matrix.of(window.rows(), window.columns(), costs));
    }
}
