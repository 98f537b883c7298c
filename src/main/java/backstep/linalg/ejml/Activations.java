package backstep.linalg.ejml;

import static backstep.linalg.ejml.EjmlBuffer.entries;

import backstep.linalg.ActivationFunction;
import backstep.linalg.Buffer;
import backstep.linalg.MatrixEngine;
import backstep.linalg.Shapes;

/**
 * Applies activation functions, and their slopes. Bias units are taken along, in place, since one long loop is faster than many short
 * ones; some rows at a time, which stay in the cache nearest to the core.
 */
interface Activations extends MatrixEngine {

    /** About how many numbers are taken at a time. */
    int NUMBERS = 1_024;

    @Override
    default void activate(ActivationFunction g, Buffer z, Buffer a) {
        Shapes.require("activate", "a", a, z.rows(), z.columns() + 1);
        int width = z.columns();
        int height = rowsAtATime(width);
        for (int row = 0; row < z.rows(); row += height) {
            activate(g, z, a, row, Math.min(row + height, z.rows()));
        }
    }

    /** Some of the rows, the bias units as well, which are set to 1 afterwards. */
    private static void activate(ActivationFunction g, Buffer z, Buffer a, int from, int to) {
        double[] activations = entries(a);
        int width = z.columns();
        Rows.putBehindBias(z, from, to, a);
        g.apply(activations, from * (width + 1), to - from, width);
        for (int row = from; row < to; row++) {
            activations[row * (width + 1)] = 1;
        }
    }

    private static int rowsAtATime(int width) {
        return Math.max(1, NUMBERS / Math.max(1, width));
    }

    @Override
    default void deactivate(ActivationFunction g, Buffer z, Buffer a, Buffer e, Buffer delta) {
        Shapes.require("deactivate", "a", a, z.rows(), z.columns() + 1);
        Shapes.require("deactivate", "e", e, z.rows(), z.columns() + 1);
        Shapes.require("deactivate", "delta", delta, z.rows(), z.columns());
        int width = z.columns();
        int height = rowsAtATime(width);
        for (int row = 0; row < z.rows(); row += height) {
            int count = Math.min(height, z.rows() - row);
            g.slopes(entries(a), entries(e), row * (width + 1), count * (width + 1));
            Rows.takeFromBehindBias(e, row, row + count, delta);
        }
    }
}
