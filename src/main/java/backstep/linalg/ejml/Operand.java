package backstep.linalg.ejml;

import java.lang.foreign.MemorySegment;

/** A matrix of double precision as a product sees it. */
final class Operand extends Layout {

    final double[] entries;

    /** The entries from the first one on, for a library outside Java; made once, so that a product allocates nothing. */
    final MemorySegment segment;

    private final Operand transposed;

    /** The matrix of these entries, row by row; they are shared, not copied. */
    Operand(double[] entries, int rows, int columns) {
        this(entries, 0, rows, columns, columns);
    }

    /** Entries row by row, from {@code first} on, {@code rowStep} from one row to the next; they are shared, not copied. */
    Operand(double[] entries, int first, int rows, int columns, int rowStep) {
        super(first, rows, columns, rowStep);
        this.entries = entries;
        segment = MemorySegment.ofArray(entries).asSlice((long) Double.BYTES * Math.min(first, entries.length));
        transposed = new Operand(this);
    }

    private Operand(Operand original) {
        super(original);
        entries = original.entries;
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
}
