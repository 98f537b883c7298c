package backstep.linalg.ejml;

import backstep.linalg.Buffer;
import org.ejml.data.DMatrixRMaj;

/** A matrix of EJML's, row by row. */
record EjmlBuffer(DMatrixRMaj matrix) implements Buffer {

    /** {@return EJML's matrix in a buffer} */
    static DMatrixRMaj matrix(Buffer buffer) {
        if (buffer instanceof EjmlBuffer(DMatrixRMaj matrix)) {
            return matrix;
        }
        throw new IllegalArgumentException("the buffer of " + buffer.shape() + " belongs to another engine");
    }

    /** {@return the entries of a buffer, row by row} */
    static double[] entries(Buffer buffer) {
        return matrix(buffer).data;
    }

    @Override
    public int rows() {
        return matrix.numRows;
    }

    @Override
    public int columns() {
        return matrix.numCols;
    }
}
