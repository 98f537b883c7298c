package backstep.linalg.ejml;

import backstep.linalg.Buffer;

/** Copies rows, and parts of rows, of double precision. */
final class Rows {

    /** Up to how many numbers a loop copies as fast as the call that copies many. */
    private static final int SHORT = 8;

    private Rows() {}

    /**
     * Row i of {@code to} becomes row {@code rows[first + i]} of another matrix.
     *
     * @param from the entries of that matrix, as wide as {@code to}
     * @param entries those of {@code to}
     */
    static void gather(double[] from, int[] rows, int first, Buffer to, double[] entries) {
        int width = to.columns();
        for (int i = 0; i < to.rows(); i++) {
            copy(from, rows[first + i] * width, entries, i * width, width);
        }
    }

    /** Rows {@code from} … up to before {@code to} of x to where they stand in a = [1 x], if they are not there. */
    static void putBehindBias(Buffer x, int from, int to, Buffer a) {
        double[] entries = EjmlPart.entries(x);
        double[] behind = EjmlBuffer.entries(a);
        if (entries == behind) {
            return;
        }
        for (int row = from; row < to; row++) {
            copy(entries, EjmlPart.at(x, row), behind, row * a.columns() + 1, x.columns());
        }
    }

    /** The same the other way round. */
    static void takeFromBehindBias(Buffer a, int from, int to, Buffer x) {
        double[] entries = EjmlPart.entries(x);
        double[] behind = EjmlBuffer.entries(a);
        if (entries == behind) {
            return;
        }
        for (int row = from; row < to; row++) {
            copy(behind, row * a.columns() + 1, entries, EjmlPart.at(x, row), x.columns());
        }
    }

    private static void copy(double[] from, int fromAt, double[] to, int toAt, int count) {
        if (count > SHORT) {
            System.arraycopy(from, fromAt, to, toAt, count);
            return;
        }
        for (int k = 0; k < count; k++) {
            to[toAt + k] = from[fromAt + k];
        }
    }
}
