package backstep.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import backstep.linalg.Matrix;

/** Compares numbers relative to their size; sums that cancel are held to the size of what was added up. */
final class Near {

    private Near() {}

    static void assertNear(double expected, double actual, double relative, String what) {
        assertEquals(expected, actual, relative * Math.max(1, Math.abs(expected)), what);
    }

    static void assertNear(Matrix expected, Matrix actual, double relative, String what) {
        assertEquals(expected.shape(), actual.shape(), what);
        for (int i = 0; i < expected.rows(); i++) {
            for (int j = 0; j < expected.columns(); j++) {
                assertNear(expected.at(i, j), actual.at(i, j), relative, what + " at " + i + ", " + j);
            }
        }
    }
}
