package backstep.linalg.ejml;

import static backstep.linalg.ejml.EjmlFloatBuffer.floats;

import backstep.linalg.Buffer;
import backstep.linalg.ImageOperations;
import backstep.linalg.Shapes;
import backstep.linalg.Window;
import java.util.Arrays;

/** Moves windows over images of single precision. */
interface FloatImages extends ImageOperations {

    @Override
    default void patches(Window window, Buffer a, int first, Buffer patches) {
        Shapes.requirePatches("patches", window, patches, first, a);
        Arrays.fill(floats(patches), 0, patches.columns(), 1);
        new FloatPatches(window, floats(a), floats(patches)).copy(first, patches.columns() / window.places());
    }

    @Override
    default void foldPatches(Window window, Buffer patches, int first, Buffer e) {
        Shapes.requirePatches("foldPatches", window, patches, first, e);
        int examples = patches.columns() / window.places();
        Arrays.fill(floats(e), first * e.columns(), (first + examples) * e.columns(), 0);
        new FloatPatches(window, floats(e), floats(patches)).fold(first, examples);
    }

    @Override
    default void toImages(Buffer c, int first, Buffer z) {
        Shapes.requireImages("toImages", c, first, z);
        Rows.toImages(c, floats(c), first, z, floats(z));
    }

    @Override
    default void fromImages(Buffer z, int first, Buffer c) {
        Shapes.requireImages("fromImages", c, first, z);
        Rows.fromImages(z, floats(z), first, c, floats(c));
    }

    @Override
    default void maxPool(Window window, Buffer a, Buffer z, Buffer where) {
        Shapes.require("maxPool", "a", a, a.rows(), window.pixels() + 1);
        Shapes.require("maxPool", "z", z, a.rows(), window.channels() * window.places());
        Shapes.require("maxPool", "where", where, z.rows(), z.columns());
        Chunks chunks = Chunks.of(a);
        while (chunks.next()) {
            Buffer wideZ = chunks.roomFor(z);
            Buffer wideWhere = chunks.roomFor(where);
            Chunks.WIDE.maxPool(window, chunks.rows(a), wideZ, wideWhere);
            chunks.keep(wideZ, z);
            chunks.keep(wideWhere, where);
        }
        chunks.giveBack();
    }

    @Override
    default void unpool(Window window, Buffer where, Buffer delta, Buffer e) {
        Shapes.require("unpool", "where", where, where.rows(), window.channels() * window.places());
        Shapes.require("unpool", "delta", delta, where.rows(), where.columns());
        Shapes.require("unpool", "e", e, where.rows(), window.pixels() + 1);
        Chunks chunks = Chunks.of(e);
        while (chunks.next()) {
            Buffer wide = chunks.roomFor(e);
            Chunks.WIDE.unpool(window, chunks.rows(where), chunks.rows(delta), wide);
            chunks.keep(wide, e);
        }
        chunks.giveBack();
    }
}
