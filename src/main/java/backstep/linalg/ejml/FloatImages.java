package backstep.linalg.ejml;

import backstep.linalg.Buffer;
import backstep.linalg.ImageOperations;
import backstep.linalg.Shapes;
import backstep.linalg.Window;

/** Moves windows over images of single precision. */
interface FloatImages extends ImageOperations {

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
