package backstep.linalg.ejml;

import static backstep.linalg.ejml.EjmlBuffer.entries;

import backstep.linalg.Buffer;
import backstep.linalg.ImageOperations;
import backstep.linalg.Shapes;
import backstep.linalg.Window;
import java.util.Arrays;

/** Moves windows over images. */
interface Images extends ImageOperations {

    @Override
    default void maxPool(Window window, Buffer a, Buffer z, Buffer where) {
        Shapes.require("maxPool", "a", a, a.rows(), window.pixels() + 1);
        Shapes.require("maxPool", "z", z, a.rows(), window.channels() * window.places());
        Shapes.require("maxPool", "where", where, z.rows(), z.columns());
        for (int row = 0; row < z.rows(); row++) {
            Pooling.pool(
                    window,
                    entries(a),
                    row * a.columns(),
                    EjmlPart.entries(z),
                    EjmlPart.at(z, row),
                    entries(where),
                    row * where.columns());
        }
    }

    @Override
    default void unpool(Window window, Buffer where, Buffer delta, Buffer e) {
        Shapes.require("unpool", "where", where, where.rows(), window.channels() * window.places());
        Shapes.require("unpool", "delta", delta, where.rows(), where.columns());
        Shapes.require("unpool", "e", e, where.rows(), window.pixels() + 1);
        for (int row = 0; row < delta.rows(); row++) {
            Arrays.fill(entries(e), row * e.columns(), (row + 1) * e.columns(), 0);
            add(
                    EjmlPart.entries(delta),
                    EjmlPart.at(delta, row),
                    entries(where),
                    row * where.columns(),
                    where.columns(),
                    entries(e),
                    row * e.columns());
        }
    }

    /** Adds as many numbers as {@code count} to where each was found. */
    private static void add(double[] delta, int from, double[] where, int first, int count, double[] e, int image) {
        for (int k = 0; k < count; k++) {
            e[image + (int) where[first + k]] += delta[from + k];
        }
    }
}
