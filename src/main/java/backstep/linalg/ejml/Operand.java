package backstep.linalg.ejml;

/**
 * A matrix as a product sees it: entry (i, j) is {@code entries[i · rowStep + j · columnStep]}, so that a matrix and its
 * transpose are two views of the same entries.
 */
final class Operand {

    final double[] entries;
    final int rows;
    final int columns;
    final int rowStep;
    final int columnStep;

    private final Operand transposed;

    /** The matrix of these entries, row by row; they are shared, not copied. */
    Operand(double[] entries, int rows, int columns) {
        this.entries = entries;
        this.rows = rows;
        this.columns = columns;
        rowStep = columns;
        columnStep = 1;
        transposed = new Operand(this);
    }

    private Operand(Operand original) {
        entries = original.entries;
        rows = original.columns;
        columns = original.rows;
        rowStep = original.columnStep;
        columnStep = original.rowStep;
        transposed = original;
    }

    /** {@return the transpose, of the same entries} */
    Operand transposed() {
        return transposed;
    }

    /** {@return where entry (i, j) is} */
    int at(int i, int j) {
        return i * rowStep + j * columnStep;
    }
}
