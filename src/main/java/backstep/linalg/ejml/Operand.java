package backstep.linalg.ejml;

import java.lang.foreign.MemorySegment;

/**
 * A matrix as a product sees it: entry (i, j) is {@code entries[first + i · rowStep + j · columnStep]}, so that a matrix,
 * its transpose and a part of it are views of the same entries.
 */
final class Operand {

    final double[] entries;
    final int rows;
    final int columns;
    final int rowStep;
    final int columnStep;

    /** The entries from the first one on, for a library outside Java; made once, so that a product allocates nothing. */
    final MemorySegment segment;

    private final int first;
    private final Operand transposed;

    /** The matrix of these entries, row by row; they are shared, not copied. */
    Operand(double[] entries, int rows, int columns) {
        this(entries, 0, rows, columns, columns);
    }

    private Operand(double[] entries, int first, int rows, int columns, int rowStep) {
        this.entries = entries;
        this.first = first;
        this.rows = rows;
        this.columns = columns;
        this.rowStep = rowStep;
        columnStep = 1;
        segment = MemorySegment.ofArray(entries).asSlice((long) Double.BYTES * Math.min(first, entries.length));
        transposed = new Operand(this);
    }

    private Operand(Operand original) {
        entries = original.entries;
        first = original.first;
        rows = original.columns;
        columns = original.rows;
        rowStep = original.columnStep;
        columnStep = original.rowStep;
        segment = original.segment;
        transposed = original;
    }

    /** {@return the columns from 1 on of a matrix that is no transpose, of the same entries} */
    Operand withoutFirstColumn() {
        return new Operand(entries, 1, rows, Math.max(0, columns - 1), rowStep);
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
        return first + i * rowStep + j * columnStep;
    }
}
