package backstep.linalg.ejml;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/**
 * c = a bᵀ of a few long rows each, given piece by piece: the dot product of each row of a with each of b. As many numbers as
 * {@link #LANES} are added to sums of their own, all with one vector instruction after the other, and these sums to one in the end;
 * a single chain of additions would take them one by one.
 */
final class DotProducts {

    /** Up to how many dot products the sums stay in the cache. */
    static final int MOST = 128;

    private static final int LANES = 129;

    /** A row has room for LANES numbers wherever they begin, and fills whole lines of the cache with the 16 bytes before its entries. */
    private static final int ROOM = 142;

    /** Row i has its next numbers in [2i], and those behind them in [2i + 1]. */
    private final double[][] left;

    private final double[][] right;

    /** [row of a][row of b][lane]; an odd row out has a partner that nobody asks for. */
    private final double[][][] sums;

    private final Alignment alignment;

    /** Where the numbers begin in each row. */
    private int first;

    /** How many numbers of each row wait to be multiplied. */
    private int waiting;

    /** Between as many rows as {@code m} of a and {@code n} of b. */
    DotProducts(int m, int n) {
        int rows = 2 * (even(m) + even(n));
        double[][] room = new double[rows + even(m) * even(n)][ROOM];
        left = Arrays.copyOf(room, 2 * even(m));
        right = Arrays.copyOfRange(room, left.length, rows);
        sums = new double[even(m)][][];
        Arrays.setAll(sums, i -> Arrays.copyOfRange(room, rows + i * even(n), rows + (i + 1) * even(n)));
        alignment = new Alignment(MemorySegment.ofArray(room[0]), Double.BYTES);
    }

    private static int even(int count) {
        return count + count % 2;
    }

    void clear() {
        waiting = 0;
        first = alignment.from();
        for (double[][] row : sums) {
            for (double[] lanes : row) {
                Arrays.fill(lanes, 0);
            }
        }
    }

    /** Takes the next columns of two matrices as long as each other. */
    void add(Operand a, Operand b) {
        for (int from = 0; from < a.columns; ) {
            int count = Math.min(a.columns - from, LANES - waiting % LANES);
            take(a, from, count, left);
            take(b, from, count, right);
            from += count;
            waiting += count;
            if (waiting == 2 * LANES) {
                multiply();
            }
        }
    }

    private void take(Operand from, int column, int count, double[][] to) {
        for (int row = 0; row < from.rows; row++) {
            System.arraycopy(
                    from.entries, from.at(row, column), to[2 * row + waiting / LANES], first + waiting % LANES, count);
        }
    }

    /** {@return c} */
    void sums(Operand c) {
        if (waiting > 0) {
            fillUp(left);
            fillUp(right);
            multiply();
        }
        for (int i = 0; i < c.rows; i++) {
            for (int j = 0; j < c.columns; j++) {
                c.entries[c.at(i, j)] = sum(sums[i][j], first);
            }
        }
    }

    private void fillUp(double[][] rows) {
        for (int row = 0; row < rows.length; row++) {
            int used = Math.clamp(waiting - row % 2 * LANES, 0, LANES);
            Arrays.fill(rows[row], first + used, first + LANES, 0);
        }
    }

    private void multiply() {
        for (int i = 0; i < left.length; i += 4) {
            for (int j = 0; j < right.length; j += 4) {
                add(
                        left[i],
                        left[i + 1],
                        left[i + 2],
                        left[i + 3],
                        right[j],
                        right[j + 1],
                        right[j + 2],
                        right[j + 3],
                        sums[i / 2][j / 2],
                        sums[i / 2][j / 2 + 1],
                        sums[i / 2 + 1][j / 2],
                        sums[i / 2 + 1][j / 2 + 1],
                        first);
            }
        }
        waiting = 0;
    }

    /** Two rows by two rows, two products added to each sum. */
    private static void add(
            double[] a0,
            double[] a0Next,
            double[] a1,
            double[] a1Next,
            double[] b0,
            double[] b0Next,
            double[] b1,
            double[] b1Next,
            double[] c00,
            double[] c01,
            double[] c10,
            double[] c11,
            int first) {
        for (int k = first & Alignment.MASK; k < first + LANES; k++) {
            // Read once: for all that the compiler knows, c may be the same arrays.
            double left0 = a0[k];
            double left1 = a1[k];
            double left0Next = a0Next[k];
            double left1Next = a1Next[k];
            double right0 = b0[k];
            double right1 = b1[k];
            double right0Next = b0Next[k];
            double right1Next = b1Next[k];
            c00[k] = Math.fma(left0Next, right0Next, Math.fma(left0, right0, c00[k]));
            c01[k] = Math.fma(left0Next, right1Next, Math.fma(left0, right1, c01[k]));
            c10[k] = Math.fma(left1Next, right0Next, Math.fma(left1, right0, c10[k]));
            c11[k] = Math.fma(left1Next, right1Next, Math.fma(left1, right1, c11[k]));
        }
    }

    private static double sum(double[] lanes, int first) {
        double sum0 = lanes[first];
        double sum1 = 0;
        double sum2 = 0;
        double sum3 = 0;
        for (int k = first + 1; k < first + LANES; k += 4) {
            sum0 += lanes[k];
            sum1 += lanes[k + 1];
            sum2 += lanes[k + 2];
            sum3 += lanes[k + 3];
        }
        return sum0 + sum1 + (sum2 + sum3);
    }
}
