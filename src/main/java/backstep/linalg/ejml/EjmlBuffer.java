package backstep.linalg.ejml;

import backstep.linalg.Buffer;
import org.ejml.data.DMatrixRMaj;

/**
 * A matrix of EJML's, row by row.
 *
 * @param operand the same matrix in a product
 */
record EjmlBuffer(DMatrixRMaj matrix, Operand operand) implements Buffer {

    /** A matrix that is used from now on under this buffer alone. */
    EjmlBuffer(DMatrixRMaj matrix) {
        this(matrix, new Operand(matrix.data, matrix.numRows, matrix.numCols));
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
