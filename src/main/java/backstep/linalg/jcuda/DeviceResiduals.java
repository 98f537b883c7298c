package backstep.linalg.jcuda;

import backstep.linalg.Buffer;
import backstep.linalg.ResidualOperations;
import backstep.linalg.Shapes;

/** Moves numbers to and fro behind the bias unit. */
interface DeviceResiduals extends ResidualOperations, DeviceOperations {

    @Override
    default void dropBias(Buffer a, Buffer x) {
        Shapes.require("dropBias", "a", a, x.rows(), x.columns() + 1);
        move("dropBias", a, x, x);
    }

    @Override
    default void addWithoutBias(Buffer a, Buffer x) {
        Shapes.require("addWithoutBias", "a", a, x.rows(), x.columns() + 1);
        move("addWithoutBias", a, x, x);
    }

    @Override
    default void addBehindBias(Buffer delta, Buffer e) {
        Shapes.require("addBehindBias", "e", e, delta.rows(), delta.columns() + 1);
        move("addBehindBias", delta, e, delta);
    }

    private void move(String operation, Buffer from, Buffer to, Buffer narrow) {
        int size = narrow.rows() * narrow.columns();
        kernels().entries(operation, size, arguments(from, to).integers(narrow.rows(), narrow.columns()));
    }
}
