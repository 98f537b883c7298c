package backstep.linalg.ejml;

import backstep.linalg.Buffer;
import org.ejml.data.DMatrixRMaj;

/** A matrix of EJML's, row by row. */
record EjmlBuffer(DMatrixRMaj matrix) implements Buffer {

    @Override
    public int rows() {
        return matrix.numRows;
    }

    @Override
    public int columns() {
        return matrix.numCols;
    }
}
