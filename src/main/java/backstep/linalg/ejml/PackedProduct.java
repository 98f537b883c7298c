package backstep.linalg.ejml;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/**
 * Products of larger matrices, block by block of c. What the innermost loop reads and writes is first packed into rows of its
 * own, which all begin at the same index: only then does the JIT compiler of Java make vector instructions of the loop. Every entry
 * is the same chain of fused multiply-adds as in {@link TiledProduct}, to the last bit.
 */
final class PackedProduct implements Product<Operand> {

    /** A block of c is at most ROWS × WIDTH; DEPTH rows of b are packed at a time, and stay in the cache nearest to the core. */
    private static final int ROWS = 128;

    private static final int WIDTH = 264;

    private static final int DEPTH = 16;

    private static final int TILE = 4;

    /** A row has room for WIDTH numbers wherever they begin, and fills whole lines of the cache with the 16 bytes before its entries. */
    private static final int ROOM = 278;

    /** All rows, which are made together for the sake of their places in memory. */
    private final double[][] room = new double[ROWS + DEPTH][ROOM];

    private final double[][] sums = Arrays.copyOf(room, ROWS);
    private final double[][] right = Arrays.copyOfRange(room, ROWS, room.length);

    private final Alignment alignment = new Alignment(MemorySegment.ofArray(room[0]), Double.BYTES);

    /** The block of c that is computed: its first row and column, and how many there are. */
    private int top;

    private int height;
    private int start;
    private int length;

    /** Where numbers begin in a row, and where loops over them end. */
    private int from;

    private int to;

    /** c = a b, with its longer side along the innermost loop. */
    @Override
    public void multiply(Operand a, Operand b, Operand c) {
        if (c.rows > c.columns) {
            multiplyWide(b.transposed(), a.transposed(), c.transposed());
        } else {
            multiplyWide(a, b, c);
        }
    }

    private void multiplyWide(Operand a, Operand b, Operand c) {
        from = alignment.from();
        int width = evenPart(c.columns, WIDTH);
        int rows = evenPart(c.rows, ROWS);
        for (int j = 0; j < c.columns; j += width) {
            for (int i = 0; i < c.rows; i += rows) {
                top = i;
                height = Math.min(rows, c.rows - i);
                start = j;
                length = Math.min(width, c.columns - j);
                to = alignment.to(from, length);
                add(a, b);
                unpack(c);
            }
        }
    }

    /** {@return the size of parts of at most {@code most}, none much smaller than the others} */
    private static int evenPart(int whole, int most) {
        int parts = (whole + most - 1) / most;
        return (whole + parts - 1) / parts;
    }

    /** The block of c, into {@link #sums}: what is left over where rows of b are taken by fours, then these. */
    private void add(Operand a, Operand b) {
        int few = a.columns % TILE;
        begin(a, b, few);
        for (int k = few; k < a.columns; k += DEPTH) {
            int depth = Math.min(DEPTH, a.columns - k);
            pack(b, k, depth);
            for (int row = 0; row < height; row += TILE) {
                for (int p = 0; p < depth; p += TILE) {
                    addFour(a, row, k, p);
                }
            }
        }
    }

    /** The first few rows of b, 0 to 3. */
    private void begin(Operand a, Operand b, int few) {
        pack(b, 0, few);
        for (int row = 0; row < height; row++) {
            if (few == 0) {
                Arrays.fill(sums[row], from, to, 0);
            } else {
                first(a.entries[a.at(top + row, 0)], right[0], sums[row], from, to);
            }
        }
        for (int k = 1; k < few; k++) {
            for (int row = 0; row < height; row += TILE) {
                addOne(a, row, k);
            }
        }
    }

    /** Rows of b from k on into {@link #right}, as far as the block of c reaches. */
    private void pack(Operand b, int k, int depth) {
        for (int p = 0; p < depth; p++) {
            if (b.columnStep == 1) {
                System.arraycopy(b.entries, b.at(k + p, start), right[p], from, length);
            } else if (p % TILE == 0 && p + TILE <= depth) {
                packFour(b, b.at(k + p, start), right[p], right[p + 1], right[p + 2], right[p + 3], from, length);
                p += TILE - 1;
            } else {
                packOne(b, b.at(k + p, start), right[p], from, length);
            }
        }
    }

    private static void packFour(
            Operand b, int first, double[] b0, double[] b1, double[] b2, double[] b3, int from, int length) {
        double[] entries = b.entries;
        for (int j = 0; j < length; j++) {
            int at = first + j * b.columnStep;
            b0[from + j] = entries[at];
            b1[from + j] = entries[at + b.rowStep];
            b2[from + j] = entries[at + 2 * b.rowStep];
            b3[from + j] = entries[at + 3 * b.rowStep];
        }
    }

    private static void packOne(Operand b, int first, double[] b0, int from, int length) {
        for (int j = 0; j < length; j++) {
            b0[from + j] = b.entries[first + j * b.columnStep];
        }
    }

    /** Four rows of the block from {@code row} on, by four rows of b; below the block its last row is taken again. */
    private void addFour(Operand a, int row, int k, int p) {
        addFour(
                a.entries,
                at(a, row, k + p),
                at(a, row + 1, k + p),
                at(a, row + 2, k + p),
                at(a, row + 3, k + p),
                a.columnStep,
                right[p],
                right[p + 1],
                right[p + 2],
                right[p + 3],
                sums[row],
                sums[row + 1],
                sums[row + 2],
                sums[row + 3],
                from,
                to);
    }

    /** The same by the one row of b that is packed as row {@code k}. */
    private void addOne(Operand a, int row, int k) {
        addOne(
                a.entries,
                at(a, row, k),
                at(a, row + 1, k),
                at(a, row + 2, k),
                at(a, row + 3, k),
                right[k],
                sums[row],
                sums[row + 1],
                sums[row + 2],
                sums[row + 3],
                from,
                to);
    }

    /** {@return where the factor of a row of the block is} */
    private int at(Operand a, int row, int k) {
        return a.at(top + Math.min(row, height - 1), k);
    }

    /** One row of c, from its first product. */
    private static void first(double a, double[] b, double[] c, int from, int to) {
        for (int j = from & Alignment.MASK; j < to; j++) {
            c[j] = Math.fma(a, b[j], 0);
        }
    }

    /** Four rows of c, with four products added to each entry; the factors of a follow each other by {@code step}. */
    private static void addFour(
            double[] a,
            int a0,
            int a1,
            int a2,
            int a3,
            int step,
            double[] b0,
            double[] b1,
            double[] b2,
            double[] b3,
            double[] c0,
            double[] c1,
            double[] c2,
            double[] c3,
            int from,
            int to) {
        double a00 = a[a0], a01 = a[a0 + step], a02 = a[a0 + 2 * step], a03 = a[a0 + 3 * step];
        double a10 = a[a1], a11 = a[a1 + step], a12 = a[a1 + 2 * step], a13 = a[a1 + 3 * step];
        double a20 = a[a2], a21 = a[a2 + step], a22 = a[a2 + 2 * step], a23 = a[a2 + 3 * step];
        double a30 = a[a3], a31 = a[a3 + step], a32 = a[a3 + 2 * step], a33 = a[a3 + 3 * step];
        for (int j = from & Alignment.MASK; j < to; j++) {
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

    /** Four rows of c, with one product added to each entry. */
    private static void addOne(
            double[] a,
            int at0,
            int at1,
            int at2,
            int at3,
            double[] b,
            double[] c0,
            double[] c1,
            double[] c2,
            double[] c3,
            int from,
            int to) {
        double a0 = a[at0];
        double a1 = a[at1];
        double a2 = a[at2];
        double a3 = a[at3];
        for (int j = from & Alignment.MASK; j < to; j++) {
            double bj = b[j];
            c0[j] = Math.fma(a0, bj, c0[j]);
            c1[j] = Math.fma(a1, bj, c1[j]);
            c2[j] = Math.fma(a2, bj, c2[j]);
            c3[j] = Math.fma(a3, bj, c3[j]);
        }
    }

    /** The block in {@link #sums} to its place in c. */
    private void unpack(Operand c) {
        for (int row = 0; row < height; row++) {
            int at = c.at(top + row, start);
            if (c.columnStep == 1) {
                System.arraycopy(sums[row], from, c.entries, at, length);
            } else {
                unpack(sums[row], from, c, at, length);
            }
        }
    }

    private static void unpack(double[] sums, int from, Operand c, int first, int length) {
        for (int j = 0; j < length; j++) {
            c.entries[first + j * c.columnStep] = sums[from + j];
        }
    }
}
