package backstep.linalg.ejml;

import backstep.linalg.Buffer;
import org.ejml.data.DMatrixRMaj;

/**
 * A matrix of EJML's, row by row.
 *
 * @param operand the same matrix in a product
 * @param behindBias its columns from 1 on, in a product
 */
record EjmlBuffer(DMatrixRMaj matrix, Operand operand, Operand behindBias) implements Buffer {

    /** A matrix that is used from now on under this buffer alone. */
    EjmlBuffer(DMatrixRMaj matrix) {
        this(matrix, new Operand(matrix.data, matrix.numRows, matrix.numCols));
    }

    private EjmlBuffer(DMatrixRMaj matrix, Operand operand) {
        this(matrix, operand, operand.withoutFirstColumn());
    }

    /** {@return the buffer, if it is one of ours} */
    static EjmlBuffer own(Buffer buffer) {
        if (buffer instanceof EjmlBuffer own) {
            return own;
        }
        throw new IllegalArgumentException("the buffer of " + buffer.shape()
                + (buffer instanceof EjmlPart
                        ? " is a part of another, which this operation does not take"
                        : " belongs to another engine"));
    }

    /** {@return a buffer, or a part of one, as a product sees it} */
    static Operand operand(Buffer buffer) {
        return buffer instanceof EjmlPart part ? part.operand() : own(buffer).operand;
    }

    /** {@return EJML's matrix in a buffer} */
    static DMatrixRMaj matrix(Buffer buffer) {
        return own(buffer).matrix;
    }

    /** {@return the entries of a buffer, row by row} */
    static double[] entries(Buffer buffer) {
        return own(buffer).matrix.data;
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
