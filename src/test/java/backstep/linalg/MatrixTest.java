package backstep.linalg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class MatrixTest {

    private static final Matrix MATRIX = Matrix.of(2, 3, 1, 2, 3, 4, 5, 6);

    private static String refused(Runnable mistake) {
        return assertThrows(IllegalArgumentException.class, mistake::run).getMessage();
    }

    @Test
    void entriesAreGivenRowByRow() {
        assertEquals(6, MATRIX.at(1, 2));
        assertArrayEquals(new double[] {4, 5, 6}, MATRIX.row(1));
        assertEquals(MATRIX, Matrix.ofRows(new double[][] {{1, 2, 3}, {4, 5, 6}}));
        assertEquals("2×3", MATRIX.shape());
        assertEquals("[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]", MATRIX.toString());
    }

    @Test
    void partsAreMatricesOfTheirOwn() {
        assertEquals(Matrix.of(1, 3, 4, 5, 6), MATRIX.rows(1, 2));
        assertEquals(Matrix.of(2, 2, 2, 3, 5, 6), MATRIX.columns(1, 3));
        assertEquals(Matrix.zeros(0, 3), MATRIX.rows(1, 1));
    }

    @Test
    void behindABiasEveryRowBeginsWithOne() {
        assertEquals(Matrix.of(2, 4, 1, 1, 2, 3, 1, 4, 5, 6), MATRIX.behindBias());
        assertEquals(Matrix.zeros(0, 3), Matrix.zeros(0, 2).behindBias());
    }

    @Test
    void itDoesNotChangeWithTheArraysItWasMadeFromOrGave() {
        double[] given = {1, 2};
        Matrix matrix = Matrix.of(1, 2, given);
        given[0] = 9;
        matrix.toArray()[0] = 9;
        matrix.row(0)[0] = 9;
        matrix.toRows()[0][0] = 9;
        assertEquals(Matrix.of(1, 2, 1, 2), matrix);
    }

    @Test
    void anotherEntryMakesAnotherMatrix() {
        assertEquals(Matrix.of(2, 3, 1, 2, 3, 4, 5, 7), MATRIX.with(1, 2, 7));
        assertEquals(6, MATRIX.at(1, 2));
    }

    @Test
    void equalIsWhatHasTheSameShapeAndTheSameBits() {
        assertNotEquals(MATRIX, Matrix.of(3, 2, 1, 2, 3, 4, 5, 6));
        assertNotEquals(Matrix.of(1, 1, 0.0), Matrix.of(1, 1, -0.0));
        assertEquals(Matrix.of(1, 1, Double.NaN), Matrix.of(1, 1, Double.NaN));
        assertEquals(MATRIX.hashCode(), Matrix.ofRows(MATRIX.toRows()).hashCode());
    }

    @Test
    void entriesAreCopiedToTheStartOfAnArray() {
        double[] target = new double[8];
        MATRIX.copyTo(target);
        assertArrayEquals(new double[] {1, 2, 3, 4, 5, 6, 0, 0}, target);
    }

    @Test
    void thereIsAnEntryForEachRowAndColumn() {
        assertEquals("a matrix of 2×2 has 4 entries, was given 3", refused(() -> Matrix.of(2, 2, 1, 2, 3)));
        assertEquals("row 1 has 1 entries, row 0 has 2", refused(() -> Matrix.ofRows(new double[][] {{1, 2}, {3}})));
    }

    @Test
    void theNormIsThatOfAllEntries() {
        assertEquals(5, Matrix.of(2, 2, 3, 0, 0, -4).norm());
        assertEquals(0, Matrix.zeros(0, 0).norm());
    }
}
