package backstep.linalg.ejml;

import java.lang.foreign.MemorySegment;

/** A matrix of single precision as a product sees it. */
final class FloatOperand extends Layout {

    final float[] entries;

    /** The entries from the first one on, for a library outside Java; made once, so that a product allocates nothing. */
    final MemorySegment segment;

    private final FloatOperand transposed;

    /** The matrix of these entries, row by row; they are shared, not copied. */
    FloatOperand(float[] entries, int rows, int columns) {
        this(entries, 0, rows, columns, columns);
    }

    private FloatOperand(float[] entries, int first, int rows, int columns, int rowStep) {
        super(first, rows, columns, rowStep);
        this.entries = entries;
        segment = MemorySegment.ofArray(entries).asSlice((long) Float.BYTES * Math.min(first, entries.length));
        transposed = new FloatOperand(this);
    }

    private FloatOperand(FloatOperand original) {
        super(original);
        entries = original.entries;
        segment = original.segment;
        transposed = original;
    }

    /** {@return the columns from 1 on of a matrix that is no transpose, of the same entries} */
    FloatOperand withoutFirstColumn() {
        return new FloatOperand(entries, 1, rows, Math.max(0, columns - 1), rowStep);
    }

    /** {@return the transpose, of the same entries} */
    FloatOperand transposed() {
        return transposed;
    }
}
