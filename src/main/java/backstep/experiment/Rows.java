package backstep.experiment;

import backstep.linalg.Matrix;
import backstep.network.InvalidNetwork;
import org.jspecify.annotations.Nullable;

/** Rows of numbers as they are written down. */
final class Rows {

    private Rows() {}

    /**
     * {@return the matrix of these rows}
     *
     * @param place where they are written
     * @throws InvalidNetwork where a row is missing, or of another length than the first
     */
    static Matrix matrix(String place, double[][] rows) {
        for (int i = 0; i < rows.length; i++) {
            require(rows[i] != null, place + "/" + i, "must be an array, was null");
            require(
                    rows[i].length == rows[0].length,
                    place + "/" + i,
                    "has " + numbers(rows[i]) + ", the first row has " + numbers(rows[0])
                            + "; all rows must be of one length");
        }
        return Matrix.ofRows(rows);
    }

    /**
     * {@return the rows, which must be given}
     *
     * @throws InvalidNetwork where they are not
     */
    static double[][] given(String place, double @Nullable [][] rows) {
        if (rows == null) {
            throw new InvalidNetwork(place, "is missing; must be an array");
        }
        return rows;
    }

    private static String numbers(double[] row) {
        return row.length + (row.length == 1 ? " number" : " numbers");
    }

    private static void require(boolean holds, String place, String claim) {
        if (!holds) {
            throw new InvalidNetwork(place, claim);
        }
    }
}
