package backstep.linalg.ejml;

import static backstep.linalg.ejml.EjmlBuffer.entries;

import backstep.linalg.Buffer;
import backstep.linalg.ResidualOperations;
import backstep.linalg.Shapes;

/** Moves numbers to and fro behind the bias unit. */
interface Residuals extends ResidualOperations {

    @Override
    default void dropBias(Buffer a, Buffer x) {
        Shapes.require("dropBias", "a", a, x.rows(), x.columns() + 1);
        Rows.takeFromBehindBias(a, 0, x.rows(), x);
    }

    @Override
    default void addWithoutBias(Buffer a, Buffer x) {
        Shapes.require("addWithoutBias", "a", a, x.rows(), x.columns() + 1);
        int width = x.columns();
        for (int row = 0; row < x.rows(); row++) {
            add(entries(a), row * (width + 1) + 1, entries(x), row * width, width);
        }
    }

    @Override
    default void addBehindBias(Buffer delta, Buffer e) {
        Shapes.require("addBehindBias", "e", e, delta.rows(), delta.columns() + 1);
        int width = delta.columns();
        for (int row = 0; row < delta.rows(); row++) {
            add(entries(delta), row * width, entries(e), row * (width + 1) + 1, width);
        }
    }

    private static void add(double[] from, int fromAt, double[] to, int toAt, int width) {
        for (int i = 0; i < width; i++) {
            to[toAt + i] += from[fromAt + i];
        }
    }
}
