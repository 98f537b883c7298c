package backstep.linalg;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;

/**
 * What the contracts of matrix engines have in common. Numbers that are given fit into single precision, so that what only moves
 * them is exact in every engine; what computes with them may round, each time by the engine's unit roundoff.
 */
abstract class EngineContract {

    /** How many roundings a function may take that is no sum: those of its own, and those of what it reads. */
    static final int FUNCTION = 200;

    abstract MatrixEngine engine();

    Buffer written(Matrix matrix) {
        Buffer buffer = engine().allocate(matrix.rows(), matrix.columns());
        engine().write(matrix, buffer);
        return buffer;
    }

    /** {@return a matrix that is the rest of one with a column of other numbers before it, where the engine has such matrices} */
    Buffer part(Matrix matrix) {
        Buffer whole = written(random(matrix.rows(), matrix.columns() + 1));
        Buffer part = engine().behindBias(whole).orElseGet(() -> engine().allocate(matrix.rows(), matrix.columns()));
        engine().write(matrix, part);
        return part;
    }

    /** {@return z or δ of a layer, which may be a part of another matrix} */
    Buffer ofLayer(Matrix matrix) {
        return written(matrix);
    }

    static Matrix random(int rows, int columns) {
        double[] entries = new Random(31L * rows + columns)
                .doubles((long) rows * columns, -2, 2)
                .map(Precision.FLOAT32::round)
                .toArray();
        return Matrix.of(rows, columns, entries);
    }

    /** {@return small whole numbers, of which products and sums are exact in any order} */
    static Matrix whole(int rows, int columns) {
        double[] entries = new Random(17L * rows + columns)
                .ints((long) rows * columns, -8, 9)
                .asDoubleStream()
                .toArray();
        return Matrix.of(rows, columns, entries);
    }

    /**
     * Holds a number to what it should be, but for roundings.
     *
     * @param roundings how many operations it is the result of
     * @param size of the numbers that were rounded
     */
    void assertNear(double expected, double actual, int roundings, double size, String where) {
        assertEquals(expected, actual, roundings * engine().precision().unitRoundoff() * size, where);
    }

    /** The same for the rows of functions, whose sizes are those of their values, and 1 where those are smaller. */
    void assertFunction(double[] expected, double[] actual, String where) {
        assertEquals(expected.length, actual.length, where);
        for (int k = 0; k < expected.length; k++) {
            assertNear(expected[k], actual[k], FUNCTION, Math.max(1, Math.abs(expected[k])), where + ", entry " + k);
        }
    }
}
