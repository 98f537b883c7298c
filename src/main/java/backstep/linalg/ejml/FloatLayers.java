package backstep.linalg.ejml;

import static backstep.linalg.ejml.EjmlFloatBuffer.floats;

import backstep.linalg.ActivationFunction;
import backstep.linalg.Buffer;
import backstep.linalg.MatrixEngine;
import backstep.linalg.OutputFunction;
import backstep.linalg.Shapes;

/** Applies the functions of layers to numbers of single precision, row by row. */
interface FloatLayers extends MatrixEngine {

    @Override
    default void prependBias(Buffer x, Buffer a) {
        Shapes.require("prependBias", "a", a, x.rows(), x.columns() + 1);
        int width = x.columns();
        for (int row = 0; row < x.rows(); row++) {
            floats(a)[row * (width + 1)] = 1;
            System.arraycopy(floats(x), row * width, floats(a), row * (width + 1) + 1, width);
        }
    }

    @Override
    default void activate(ActivationFunction g, Buffer z, Buffer a) {
        Shapes.require("activate", "a", a, z.rows(), z.columns() + 1);
        Chunks chunks = Chunks.of(a);
        while (chunks.next()) {
            Buffer wide = chunks.roomFor(a);
            Chunks.WIDE.activate(g, chunks.rows(z), wide);
            chunks.keep(wide, a);
        }
        chunks.giveBack();
    }

    @Override
    default void deactivate(ActivationFunction g, Buffer z, Buffer a, Buffer e, Buffer delta) {
        Shapes.require("deactivate", "a", a, z.rows(), z.columns() + 1);
        Shapes.require("deactivate", "e", e, z.rows(), z.columns() + 1);
        Shapes.require("deactivate", "delta", delta, z.rows(), z.columns());
        Chunks chunks = Chunks.of(a);
        while (chunks.next()) {
            Buffer wide = chunks.roomFor(delta);
            Chunks.WIDE.deactivate(g, chunks.rows(z), chunks.rows(a), chunks.rows(e), wide);
            chunks.keep(wide, delta);
        }
        chunks.giveBack();
    }

    @Override
    default void losses(OutputFunction f, Buffer z, Buffer a, Buffer y, Buffer losses) {
        Shapes.requireOutput("losses", z, a, y);
        Shapes.require("losses", "losses", losses, z.rows(), 1);
        Chunks chunks = Chunks.of(a);
        while (chunks.next()) {
            Buffer wide = chunks.roomFor(losses);
            Chunks.WIDE.losses(f, chunks.rows(z), chunks.rows(a), chunks.rows(y), wide);
            chunks.keep(wide, losses);
        }
        chunks.giveBack();
    }

    @Override
    default void outputDelta(OutputFunction f, Buffer z, Buffer a, Buffer y, Buffer delta) {
        Shapes.requireOutput("outputDelta", z, a, y);
        Shapes.require("outputDelta", "delta", delta, z.rows(), z.columns());
        Chunks chunks = Chunks.of(a);
        while (chunks.next()) {
            Buffer wide = chunks.roomFor(delta);
            Chunks.WIDE.outputDelta(f, chunks.rows(z), chunks.rows(a), chunks.rows(y), wide);
            chunks.keep(wide, delta);
        }
        chunks.giveBack();
    }
}
