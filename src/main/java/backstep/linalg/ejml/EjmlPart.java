package backstep.linalg.ejml;

import backstep.linalg.Buffer;
import backstep.linalg.Matrix;

/** Columns of a matrix of EJML's, in its memory, row by row with gaps between the rows. */
record EjmlPart(Operand operand) implements Buffer {

    /** {@return the entries among which those of a buffer, or of a part of one, are} */
    static double[] entries(Buffer buffer) {
        return buffer instanceof EjmlPart part ? part.operand.entries : EjmlBuffer.entries(buffer);
    }

    /** {@return where a row of a buffer, or of a part of one, begins among them} */
    static int at(Buffer buffer, int row) {
        return buffer instanceof EjmlPart part ? part.operand.at(row, 0) : row * buffer.columns();
    }

    /** {@return a copy} */
    Matrix read() {
        double[] copies = new double[rows() * columns()];
        for (int row = 0; row < rows(); row++) {
            System.arraycopy(operand.entries, operand.at(row, 0), copies, row * columns(), columns());
        }
        return Matrix.of(rows(), columns(), copies);
    }

    /** Takes numbers, of the same shape. */
    void write(Matrix values) {
        for (int row = 0; row < rows(); row++) {
            System.arraycopy(values.row(row), 0, operand.entries, operand.at(row, 0), columns());
        }
    }

    @Override
    public int rows() {
        return operand.rows;
    }

    @Override
    public int columns() {
        return operand.columns;
    }
}
