package backstep.linalg.ejml;

import backstep.linalg.Buffer;
import org.ejml.data.FMatrixRMaj;

/**
 * A matrix of EJML's in single precision, row by row.
 *
 * @param operand the same matrix in a product
 * @param behindBias its columns from 1 on, in a product
 */
record EjmlFloatBuffer(FMatrixRMaj matrix, FloatOperand operand, FloatOperand behindBias) implements Buffer {

    /** A matrix that is used from now on under this buffer alone. */
    EjmlFloatBuffer(FMatrixRMaj matrix) {
        this(matrix, new FloatOperand(matrix.data, matrix.numRows, matrix.numCols));
    }

    private EjmlFloatBuffer(FMatrixRMaj matrix, FloatOperand operand) {
        this(matrix, operand, operand.withoutFirstColumn());
    }

    /** {@return the buffer, if it is one of ours} */
    static EjmlFloatBuffer own(Buffer buffer) {
        if (buffer instanceof EjmlFloatBuffer own) {
            return own;
        }
        throw new IllegalArgumentException("the buffer of " + buffer.shape() + " belongs to another engine");
    }

    /** {@return the entries of a buffer, row by row} */
    static float[] floats(Buffer buffer) {
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
