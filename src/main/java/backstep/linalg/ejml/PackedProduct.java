package backstep.linalg.ejml;

import java.util.Arrays;

/**
 * Products of larger matrices, block by block of c. What the innermost loop reads and writes is first packed into rows of its
 * own, which all begin at index 0: only then does the JIT compiler of Java make vector instructions of the loop. Every entry is
 * the same chain of fused multiply-adds as in {@link TiledProduct}, to the last bit.
 */
final class PackedProduct {

    /** A block of c is at most ROWS × WIDTH; DEPTH rows of b are packed at a time, and stay in the cache nearest to the core. */
    private static final int ROWS = 128;

    private static final int WIDTH = 256;
    private static final int DEPTH = 16;

    private static final int TILE = 4;

    private final double[][] sums = new double[ROWS][WIDTH];
    private final double[][] right = new double[DEPTH][WIDTH];
    private final double[] left = new double[TILE * TILE];

    /** c = a b, with its longer side along the innermost loop. */
    void multiply(Operand a, Operand b, Operand c) {
        if (c.rows > c.columns) {
            multiplyWide(b.transposed(), a.transposed(), c.transposed());
        } else {
            multiplyWide(a, b, c);
        }
    }

    private void multiplyWide(Operand a, Operand b, Operand c) {
        int width = evenPart(c.columns, WIDTH);
        int rows = evenPart(c.rows, ROWS);
        for (int j = 0; j < c.columns; j += width) {
            for (int i = 0; i < c.rows; i += rows) {
                int height = Math.min(rows, c.rows - i);
                int length = Math.min(width, c.columns - j);
                add(a, i, height, b, j, length);
                unpack(c, i, height, j, length);
            }
        }
    }

    /** {@return the size of parts of at most {@code most}, none much smaller than the others} */
    private static int evenPart(int whole, int most) {
        int parts = (whole + most - 1) / most;
        return (whole + parts - 1) / parts;
    }

    /** The block of c from (i, j) on, into {@link #sums}. */
    private void add(Operand a, int i, int height, Operand b, int j, int length) {
        for (int row = 0; row < height; row++) {
            Arrays.fill(sums[row], 0, length, 0);
        }
        for (int k = 0; k < a.columns; k += DEPTH) {
            int depth = Math.min(DEPTH, a.columns - k);
            pack(b, k, depth, j, length);
            for (int row = 0; row < height; row += TILE) {
                for (int p = 0; p < depth; p += TILE) {
                    int count = Math.min(TILE, depth - p);
                    load(a, i + row, i + height - 1, k + p, count);
                    addTile(row, p, count, length);
                }
            }
        }
    }

    /** Rows k … of b, columns j …, into {@link #right}. */
    private void pack(Operand b, int k, int depth, int j, int length) {
        if (b.columnStep == 1) {
            for (int p = 0; p < depth; p++) {
                System.arraycopy(b.entries, b.at(k + p, j), right[p], 0, length);
            }
            return;
        }
        for (int column = 0; column < length; column++) {
            int at = b.at(k, j + column);
            for (int p = 0; p < depth; p++) {
                right[p][column] = b.entries[at + p * b.rowStep];
            }
        }
    }

    /** Four rows of a from row i on, columns k …, into {@link #left}; below the last row of the block it is read again. */
    private void load(Operand a, int i, int last, int k, int count) {
        for (int row = 0; row < TILE; row++) {
            int at = a.at(Math.min(i + row, last), k);
            for (int p = 0; p < count; p++) {
                left[row * TILE + p] = a.entries[at + p * a.columnStep];
            }
        }
    }

    private void addTile(int row, int p, int count, int length) {
        double[] c0 = sums[row];
        double[] c1 = sums[row + 1];
        double[] c2 = sums[row + 2];
        double[] c3 = sums[row + 3];
        if (count == TILE) {
            addFour(left, right[p], right[p + 1], right[p + 2], right[p + 3], c0, c1, c2, c3, length);
            return;
        }
        for (int one = 0; one < count; one++) {
            addOne(left, one, right[p + one], c0, c1, c2, c3, length);
        }
    }

    /** Four rows of c, with four products added to each entry. */
    private static void addFour(
            double[] a,
            double[] b0,
            double[] b1,
            double[] b2,
            double[] b3,
            double[] c0,
            double[] c1,
            double[] c2,
            double[] c3,
            int length) {
        double a00 = a[0], a01 = a[1], a02 = a[2], a03 = a[3];
        double a10 = a[4], a11 = a[5], a12 = a[6], a13 = a[7];
        double a20 = a[8], a21 = a[9], a22 = a[10], a23 = a[11];
        double a30 = a[12], a31 = a[13], a32 = a[14], a33 = a[15];
        for (int j = 0; j < length; j++) {
            double b0j = b0[j];
            double b1j = b1[j];
            double b2j = b2[j];
            double b3j = b3[j];
            c0[j] = Math.fma(a03, b3j, Math.fma(a02, b2j, Math.fma(a01, b1j, Math.fma(a00, b0j, c0[j]))));
            c1[j] = Math.fma(a13, b3j, Math.fma(a12, b2j, Math.fma(a11, b1j, Math.fma(a10, b0j, c1[j]))));
            c2[j] = Math.fma(a23, b3j, Math.fma(a22, b2j, Math.fma(a21, b1j, Math.fma(a20, b0j, c2[j]))));
            c3[j] = Math.fma(a33, b3j, Math.fma(a32, b2j, Math.fma(a31, b1j, Math.fma(a30, b0j, c3[j]))));
        }
    }

    /** Four rows of c, with one product added to each entry; the factors of a are in column k of its tile. */
    private static void addOne(
            double[] a, int k, double[] b, double[] c0, double[] c1, double[] c2, double[] c3, int length) {
        double a0 = a[k];
        double a1 = a[TILE + k];
        double a2 = a[2 * TILE + k];
        double a3 = a[3 * TILE + k];
        for (int j = 0; j < length; j++) {
            double bj = b[j];
            c0[j] = Math.fma(a0, bj, c0[j]);
            c1[j] = Math.fma(a1, bj, c1[j]);
            c2[j] = Math.fma(a2, bj, c2[j]);
            c3[j] = Math.fma(a3, bj, c3[j]);
        }
    }

    /** The block in {@link #sums} to its place in c, from (i, j) on. */
    private void unpack(Operand c, int i, int height, int j, int length) {
        for (int row = 0; row < height; row++) {
            int at = c.at(i + row, j);
            if (c.columnStep == 1) {
                System.arraycopy(sums[row], 0, c.entries, at, length);
            } else {
                for (int column = 0; column < length; column++) {
                    c.entries[at + column * c.columnStep] = sums[row][column];
                }
            }
        }
    }
}
