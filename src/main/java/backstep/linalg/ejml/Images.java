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
    default void patches(Window window, Buffer a, int first, Buffer patches) {
        Shapes.requirePatches("patches", window, patches, first, a);
        Arrays.fill(entries(patches), 0, patches.columns(), 1);
        new DoublePatches(window, entries(a), entries(patches)).copy(first, patches.columns() / window.places());
    }

    @Override
    default void foldPatches(Window window, Buffer patches, int first, Buffer e) {
        Shapes.requirePatches("foldPatches", window, patches, first, e);
        int examples = patches.columns() / window.places();
        Arrays.fill(entries(e), first * e.columns(), (first + examples) * e.columns(), 0);
        new DoublePatches(window, entries(e), entries(patches)).fold(first, examples);
    }

    @Override
    default void toImages(Buffer c, int first, Buffer z) {
        Shapes.requireImages("toImages", c, first, z);
        Rows.toImages(c, entries(c), first, z, entries(z));
    }

    @Override
    default void fromImages(Buffer z, int first, Buffer c) {
        Shapes.requireImages("fromImages", c, first, z);
        Rows.fromImages(z, entries(z), first, c, entries(c));
    }

    @Override
    default void maxPool(Window window, Buffer a, Buffer z, Buffer where) {
        Shapes.require("maxPool", "a", a, a.rows(), window.pixels() + 1);
        Shapes.require("maxPool", "z", z, a.rows(), window.channels() * window.places());
        Shapes.require("maxPool", "where", where, z.rows(), z.columns());
        Pooling pooling = new Pooling(window);
        for (int row = 0; row < z.rows(); row++) {
            pooling.pool(entries(a), row * a.columns(), entries(z), entries(where), row * z.columns());
        }
    }

    @Override
    default void unpool(Window window, Buffer where, Buffer delta, Buffer e) {
        Shapes.require("unpool", "where", where, where.rows(), window.channels() * window.places());
        Shapes.require("unpool", "delta", delta, where.rows(), where.columns());
        Shapes.require("unpool", "e", e, where.rows(), window.pixels() + 1);
        for (int row = 0; row < delta.rows(); row++) {
            Arrays.fill(entries(e), row * e.columns(), (row + 1) * e.columns(), 0);
            add(entries(delta), row * delta.columns(), delta.columns(), entries(where), entries(e), row * e.columns());
        }
    }

    /** Adds as many numbers as {@code count} to where each was found. */
    private static void add(double[] delta, int first, int count, double[] where, double[] e, int image) {
        for (int at = first; at < first + count; at++) {
            e[image + (int) where[at]] += delta[at];
        }
    }
}
