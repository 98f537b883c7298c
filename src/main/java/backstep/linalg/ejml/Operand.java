package backstep.linalg.ejml;

import java.lang.foreign.MemorySegment;

/**
 * A matrix as a product sees it: entry (i, j) is {@code entries[i · rowStep + j · columnStep]}, so that a matrix and its
 * transpose are two views of the same entries.
 */
final class Operand {

    final double[] entries;
    /** The same entries for a library outside Java, made once so that a product allocates nothing. */
    final MemorySegment segment;

    final int rows;
    final int columns;
    final int rowStep;
    final int columnStep;

    private final Operand transposed;

    /** The matrix of these entries, row by row; they are shared, not copied. */
    Operand(double[] entries, int rows, int columns) {
        this.entries = entries;
        segment = MemorySegment.ofArray(entries);
        this.rows = rows;
        this.columns = columns;
        rowStep = columns;
        columnStep = 1;
        transposed = new Operand(this);
    }

    private Operand(Operand original) {
        entries = original.entries;
        segment = original.segment;
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

    /** {@return whether rows lie one after the other, which those of a transpose do not} */
    boolean isByRows() {
        return columnStep == 1 && rowStep >= columns;
    }

    /** {@return where entry (i, j) is} */
    int at(int i, int j) {
        return i * rowStep + j * columnStep;
    }
}
