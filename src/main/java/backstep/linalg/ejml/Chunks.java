package backstep.linalg.ejml;

import static backstep.linalg.ejml.EjmlBuffer.entries;
import static backstep.linalg.ejml.EjmlFloatBuffer.floats;

import backstep.linalg.Buffer;
import backstep.linalg.Idle;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/**
 * Rows of matrices of single precision, widened to double precision a few at a time. What is not a product is computed there,
 * by {@link #WIDE}, and rounded once. The rows stay in the cache nearest to the core, and the room for them is used again, so
 * that nothing is allocated:
 *
 * <pre>{@code
 * Chunks chunks = Chunks.of(a);
 * while (chunks.next()) {
 *     Buffer wide = chunks.rows(a);
 *     Chunks.WIDE.scale(factor, wide);
 *     chunks.keep(wide, a);
 * }
 * chunks.giveBack();
 * }</pre>
 */
final class Chunks {

    /** Computes with the widened rows. */
    static final EjmlEngine WIDE = new EjmlEngine();

    /** How many entries of a matrix are widened at a time, if a row has no more. */
    private static final int ENTRIES = 1_024;

    /** As many matrices as an operation has. */
    private static final int MATRICES = 6;

    private static final Idle<Chunks> IDLE = new Idle<>(Chunks::new);

    private final EjmlBuffer[] room = new EjmlBuffer[MATRICES];
    private int used;

    /** How many rows there are, how many are taken at a time, and which they are now. */
    private int rows;

    private int height;
    private int from;
    private int to;

    private Chunks() {
        Arrays.setAll(room, k -> new EjmlBuffer(new DMatrixRMaj(0, 0)));
    }

    /** {@return chunks that go over the rows of a matrix, and of others with as many rows} */
    static Chunks of(Buffer matrix) {
        return over(matrix.rows(), Math.max(1, ENTRIES / Math.max(1, matrix.columns())));
    }

    /** {@return one chunk for whole matrices} */
    static Chunks whole() {
        return over(1, 1);
    }

    private static Chunks over(int rows, int height) {
        Chunks chunks = IDLE.take();
        chunks.rows = rows;
        chunks.height = height;
        chunks.from = 0;
        chunks.to = 0;
        chunks.used = 0;
        return chunks;
    }

    /** Goes on to the next rows, and {@return whether there are any}. */
    boolean next() {
        from = to;
        to = Math.min(rows, from + height);
        used = 0;
        return from < rows;
    }

    void giveBack() {
        IDLE.giveBack(this);
    }

    /** {@return the rows of now, widened} */
    Buffer rows(Buffer of) {
        return widen(of, from, room(to - from, of.columns()));
    }

    /** {@return all rows, widened} */
    Buffer all(Buffer of) {
        return widen(of, 0, room(of.rows(), of.columns()));
    }

    /** {@return room for the rows of now, with any numbers in it} */
    Buffer roomFor(Buffer of) {
        return room(to - from, of.columns());
    }

    /** {@return room for all rows, with any numbers in it} */
    Buffer roomForAll(Buffer of) {
        return room(of.rows(), of.columns());
    }

    private EjmlBuffer room(int rows, int columns) {
        EjmlBuffer next = room[used++];
        next.matrix().reshape(rows, columns);
        return next;
    }

    /** Rounds the rows of now. */
    void keep(Buffer wide, Buffer in) {
        narrow(entries(wide), floats(in), from * in.columns(), wide.rows() * wide.columns());
    }

    /** Rounds all rows. */
    void keepAll(Buffer wide, Buffer in) {
        narrow(entries(wide), floats(in), 0, wide.rows() * wide.columns());
    }

    private static Buffer widen(Buffer of, int row, EjmlBuffer to) {
        widen(floats(of), row * of.columns(), entries(to), to.rows() * to.columns());
        return to;
    }

    private static void widen(float[] from, int first, double[] to, int count) {
        for (int k = 0; k < count; k++) {
            to[k] = from[first + k];
        }
    }

    private static void narrow(double[] from, float[] to, int first, int count) {
        for (int k = 0; k < count; k++) {
            to[first + k] = (float) from[k];
        }
    }
}
