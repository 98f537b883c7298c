package backstep.linalg.ejml;

/**
 * What is done to all weights in every update, in loops over single precision that become vector instructions: each entry is
 * computed in double precision and rounded once. Through {@link Chunks} that would be three times as slow, the same to the last bit.
 */
final class FloatEntries {

    private FloatEntries() {}

    /** c = a + factor · b. */
    static void addScaled(float[] a, double factor, float[] b, float[] c, int count) {
        for (int k = 0; k < count; k++) {
            c[k] = (float) (a[k] + factor * b[k]);
        }
    }

    /** d = share · sum. */
    static void scale(double share, float[] sum, float[] d, int count) {
        for (int k = 0; k < count; k++) {
            d[k] = (float) (sum[k] * share);
        }
    }

    /** d = share · sum + lambda · theta. */
    static void addPenalty(float[] sum, double share, float[] theta, double lambda, float[] d, int count) {
        for (int k = 0; k < count; k++) {
            d[k] = (float) Math.fma(lambda, theta[k], sum[k] * share);
        }
    }
}
