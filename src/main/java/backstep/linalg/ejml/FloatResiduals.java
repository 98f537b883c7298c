package backstep.linalg.ejml;

import static backstep.linalg.ejml.EjmlFloatBuffer.floats;

import backstep.linalg.Buffer;
import backstep.linalg.ResidualOperations;
import backstep.linalg.Shapes;

/** Moves numbers of single precision to and fro behind the bias unit. */
interface FloatResiduals extends ResidualOperations {

    @Override
    default void dropBias(Buffer a, Buffer x) {
        Shapes.require("dropBias", "a", a, x.rows(), x.columns() + 1);
        int width = x.columns();
        for (int row = 0; row < x.rows(); row++) {
            System.arraycopy(floats(a), row * (width + 1) + 1, floats(x), row * width, width);
        }
    }

    @Override
    default void addWithoutBias(Buffer a, Buffer x) {
        Shapes.require("addWithoutBias", "a", a, x.rows(), x.columns() + 1);
        Chunks chunks = Chunks.of(a);
        while (chunks.next()) {
            Buffer wide = chunks.rows(x);
            Chunks.WIDE.addWithoutBias(chunks.rows(a), wide);
            chunks.keep(wide, x);
        }
        chunks.giveBack();
    }

    @Override
    default void addBehindBias(Buffer delta, Buffer e) {
        Shapes.require("addBehindBias", "e", e, delta.rows(), delta.columns() + 1);
        Chunks chunks = Chunks.of(e);
        while (chunks.next()) {
            Buffer wide = chunks.rows(e);
            Chunks.WIDE.addBehindBias(chunks.rows(delta), wide);
            chunks.keep(wide, e);
        }
        chunks.giveBack();
    }
}
