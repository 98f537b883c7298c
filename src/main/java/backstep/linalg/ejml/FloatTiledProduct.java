package backstep.linalg.ejml;

/**
 * Products of small matrices of single precision, as {@link TiledProduct} computes those of double precision: every entry of c is
 * one chain of fused multiply-adds over k in its order.
 */
final class FloatTiledProduct {

    private static final int TILE = 4;

    private FloatTiledProduct() {}

    /** c = a b. */
    static void multiply(FloatOperand a, FloatOperand b, FloatOperand c) {
        int rows = c.rows - c.rows % TILE;
        int columns = c.columns - c.columns % TILE;
        for (int i = 0; i < rows; i += TILE) {
            for (int j = 0; j < columns; j += TILE) {
                four(a, i, b, j, c);
            }
        }
        lastRows(a, b, c, columns);
        lastRows(b.transposed(), a.transposed(), c.transposed(), rows);
        for (int i = rows; i < c.rows; i++) {
            for (int j = columns; j < c.columns; j++) {
                entry(a, i, b, j, c);
            }
        }
    }

    /** The up to three rows below those of the tiles. */
    private static void lastRows(FloatOperand a, FloatOperand b, FloatOperand c, int columns) {
        int i = c.rows - c.rows % TILE;
        if (c.rows - i >= 2) {
            for (int j = 0; j < columns; j += TILE) {
                two(a, i, b, j, c);
            }
            i += 2;
        }
        if (i < c.rows) {
            for (int j = 0; j < columns; j += TILE) {
                one(a, i, b, j, c);
            }
        }
    }

    /** Rows i to i + 3 of a by columns j to j + 3 of b. */
    private static void four(FloatOperand a, int i, FloatOperand b, int j, FloatOperand c) {
        float[] left = a.entries;
        float[] right = b.entries;
        float c00 = 0, c01 = 0, c02 = 0, c03 = 0;
        float c10 = 0, c11 = 0, c12 = 0, c13 = 0;
        float c20 = 0, c21 = 0, c22 = 0, c23 = 0;
        float c30 = 0, c31 = 0, c32 = 0, c33 = 0;
        for (int k = 0; k < a.columns; k++) {
            int p = a.at(i, k);
            float a0 = left[p];
            float a1 = left[p + a.rowStep];
            float a2 = left[p + 2 * a.rowStep];
            float a3 = left[p + 3 * a.rowStep];
            int q = b.at(k, j);
            float b0 = right[q];
            float b1 = right[q + b.columnStep];
            float b2 = right[q + 2 * b.columnStep];
            float b3 = right[q + 3 * b.columnStep];
            c00 = Math.fma(a0, b0, c00);
            c01 = Math.fma(a0, b1, c01);
            c02 = Math.fma(a0, b2, c02);
            c03 = Math.fma(a0, b3, c03);
            c10 = Math.fma(a1, b0, c10);
            c11 = Math.fma(a1, b1, c11);
            c12 = Math.fma(a1, b2, c12);
            c13 = Math.fma(a1, b3, c13);
            c20 = Math.fma(a2, b0, c20);
            c21 = Math.fma(a2, b1, c21);
            c22 = Math.fma(a2, b2, c22);
            c23 = Math.fma(a2, b3, c23);
            c30 = Math.fma(a3, b0, c30);
            c31 = Math.fma(a3, b1, c31);
            c32 = Math.fma(a3, b2, c32);
            c33 = Math.fma(a3, b3, c33);
        }
        put(c, i, j, c00, c01, c02, c03);
        put(c, i + 1, j, c10, c11, c12, c13);
        put(c, i + 2, j, c20, c21, c22, c23);
        put(c, i + 3, j, c30, c31, c32, c33);
    }

    /** Rows i and i + 1 of a by columns j to j + 3 of b. */
    private static void two(FloatOperand a, int i, FloatOperand b, int j, FloatOperand c) {
        float[] left = a.entries;
        float[] right = b.entries;
        float c00 = 0, c01 = 0, c02 = 0, c03 = 0;
        float c10 = 0, c11 = 0, c12 = 0, c13 = 0;
        for (int k = 0; k < a.columns; k++) {
            int p = a.at(i, k);
            float a0 = left[p];
            float a1 = left[p + a.rowStep];
            int q = b.at(k, j);
            float b0 = right[q];
            float b1 = right[q + b.columnStep];
            float b2 = right[q + 2 * b.columnStep];
            float b3 = right[q + 3 * b.columnStep];
            c00 = Math.fma(a0, b0, c00);
            c01 = Math.fma(a0, b1, c01);
            c02 = Math.fma(a0, b2, c02);
            c03 = Math.fma(a0, b3, c03);
            c10 = Math.fma(a1, b0, c10);
            c11 = Math.fma(a1, b1, c11);
            c12 = Math.fma(a1, b2, c12);
            c13 = Math.fma(a1, b3, c13);
        }
        put(c, i, j, c00, c01, c02, c03);
        put(c, i + 1, j, c10, c11, c12, c13);
    }

    /** Row i of a by columns j to j + 3 of b. */
    private static void one(FloatOperand a, int i, FloatOperand b, int j, FloatOperand c) {
        float c0 = 0, c1 = 0, c2 = 0, c3 = 0;
        for (int k = 0; k < a.columns; k++) {
            float a0 = a.entries[a.at(i, k)];
            int q = b.at(k, j);
            c0 = Math.fma(a0, b.entries[q], c0);
            c1 = Math.fma(a0, b.entries[q + b.columnStep], c1);
            c2 = Math.fma(a0, b.entries[q + 2 * b.columnStep], c2);
            c3 = Math.fma(a0, b.entries[q + 3 * b.columnStep], c3);
        }
        put(c, i, j, c0, c1, c2, c3);
    }

    private static void put(FloatOperand c, int i, int j, float c0, float c1, float c2, float c3) {
        int at = c.at(i, j);
        c.entries[at] = c0;
        c.entries[at + c.columnStep] = c1;
        c.entries[at + 2 * c.columnStep] = c2;
        c.entries[at + 3 * c.columnStep] = c3;
    }

    /** Row i of a by column j of b. */
    private static void entry(FloatOperand a, int i, FloatOperand b, int j, FloatOperand c) {
        float sum = 0;
        for (int k = 0; k < a.columns; k++) {
            sum = Math.fma(a.entries[a.at(i, k)], b.entries[b.at(k, j)], sum);
        }
        c.entries[c.at(i, j)] = sum;
    }
}
