package backstep.linalg;

import java.util.Arrays;

/** An immutable matrix of numbers [rows × columns], kept row by row; what leaves an engine, and what enters it. */
public final class Matrix {

    private final int rows;
    private final int columns;
    private final double[] entries;

    private Matrix(int rows, int columns, double[] entries) {
        if (rows < 0 || columns < 0 || (long) rows * columns != entries.length) {
            throw new IllegalArgumentException("a matrix of " + rows + "×" + columns + " has " + (long) rows * columns
                    + " entries, was given " + entries.length);
        }
        this.rows = rows;
        this.columns = columns;
        this.entries = entries;
    }

    /** {@return the matrix with these entries, row by row; the array is copied} */
    public static Matrix of(int rows, int columns, double... entries) {
        return new Matrix(rows, columns, entries.clone());
    }

    /**
     * {@return the matrix with these rows; they are copied}
     *
     * @throws IllegalArgumentException where rows differ in length
     */
    public static Matrix ofRows(double[][] rows) {
        int columns = rows.length == 0 ? 0 : rows[0].length;
        double[] entries = new double[rows.length * columns];
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != columns) {
                throw new IllegalArgumentException(
                        "row " + i + " has " + rows[i].length + " entries, row 0 has " + columns);
            }
            System.arraycopy(rows[i], 0, entries, i * columns, columns);
        }
        return new Matrix(rows.length, columns, entries);
    }

    /** {@return a matrix of zeros} */
    public static Matrix zeros(int rows, int columns) {
        return new Matrix(rows, columns, new double[Math.multiplyExact(rows, columns)]);
    }

    /** {@return how many rows there are} */
    public int rows() {
        return rows;
    }

    /** {@return how many columns there are} */
    public int columns() {
        return columns;
    }

    /** {@return how many entries there are} */
    public int size() {
        return entries.length;
    }

    /** {@return the entry in row i and column j, both from 0} */
    public double at(int i, int j) {
        return entries[i * columns + j];
    }

    /** {@return the matrix with another entry in row i and column j, both from 0} */
    public Matrix with(int i, int j, double value) {
        double[] changed = entries.clone();
        changed[i * columns + j] = value;
        return new Matrix(rows, columns, changed);
    }

    /** {@return row i, from 0, as an array of its own} */
    public double[] row(int i) {
        return Arrays.copyOfRange(entries, i * columns, (i + 1) * columns);
    }

    /** {@return the rows {@code from} up to before {@code to}} */
    public Matrix rows(int from, int to) {
        return new Matrix(to - from, columns, Arrays.copyOfRange(entries, from * columns, to * columns));
    }

    /** {@return the columns {@code from} up to before {@code to}} */
    public Matrix columns(int from, int to) {
        double[] kept = new double[rows * (to - from)];
        for (int i = 0; i < rows; i++) {
            System.arraycopy(entries, i * columns + from, kept, i * (to - from), to - from);
        }
        return new Matrix(rows, to - from, kept);
    }

    /** {@return [1 x], this matrix behind a column of ones} */
    public Matrix behindBias() {
        double[] behind = new double[rows * (columns + 1)];
        for (int row = 0; row < rows; row++) {
            behind[row * (columns + 1)] = 1;
            System.arraycopy(entries, row * columns, behind, row * (columns + 1) + 1, columns);
        }
        return new Matrix(rows, columns + 1, behind);
    }

    /** {@return all rows, as arrays of their own} */
    public double[][] toRows() {
        double[][] copy = new double[rows][];
        Arrays.setAll(copy, this::row);
        return copy;
    }

    /** {@return all entries, row by row, as an array of its own} */
    public double[] toArray() {
        return entries.clone();
    }

    /** Copies all entries, row by row, to the start of an array. */
    public void copyTo(double[] target) {
        System.arraycopy(entries, 0, target, 0, entries.length);
    }

    /** {@return √Σ aᵢⱼ², over all entries; finite wherever it can be written as a double, though the squares cannot} */
    public double norm() {
        double squares = 0;
        for (double entry : entries) {
            squares += entry * entry;
        }
        return Double.isInfinite(squares) ? longNorm() : Math.sqrt(squares);
    }

    /** {@return m √Σ (aᵢⱼ/m)², with m the largest entry} */
    private double longNorm() {
        double largest = 0;
        for (double entry : entries) {
            largest = Math.max(largest, Math.abs(entry));
        }
        double squares = 0;
        for (double entry : entries) {
            double share = entry / largest;
            squares += share * share;
        }
        return Double.isInfinite(largest) ? largest : largest * Math.sqrt(squares);
    }

    /** {@return the shape for a message, such as 3×4} */
    public String shape() {
        return rows + "×" + columns;
    }

    /** Whether shape and every entry are the same, to the last bit. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Matrix matrix
                && rows == matrix.rows
                && columns == matrix.columns
                && Arrays.equals(entries, matrix.entries);
    }

    @Override
    public int hashCode() {
        return 31 * columns + Arrays.hashCode(entries);
    }

    @Override
    public String toString() {
        return Arrays.deepToString(toRows());
    }
}
