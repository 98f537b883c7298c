package backstep.linalg;

/** e^zᵢ / Σₖ e^zₖ, as e^(zᵢ − m) / Σₖ e^(zₖ − m) with m the largest zₖ, so that no power overflows. */
public final class Softmax {

    private Softmax() {}

    /**
     * z ← softmax z of each of several rows [· z], one after the other. The number before a row has no meaning, now and afterwards.
     *
     * @param first where the first row begins, with the number before it
     * @param width how many numbers each row has besides
     */
    public static void apply(double[] z, int first, int rows, int width) {
        int end = first + rows * (width + 1);
        for (int at = first; at < end; at += width + 1) {
            takeAwayLargest(z, at + 1, width);
            z[at] = 0;
        }
        Exp.apply(z, first, end - first);
        for (int at = first; at < end; at += width + 1) {
            divideBySum(z, at + 1, width);
        }
    }

    private static void takeAwayLargest(double[] z, int at, int width) {
        double largest = largest(z, at, width);
        for (int i = at; i < at + width; i++) {
            z[i] -= largest;
        }
    }

    /** As integers, in the order of the numbers: of {@link Math#max} in a loop the JIT compiler makes a branch, which is often guessed wrong. */
    private static double largest(double[] z, int at, int width) {
        long largest = Long.MIN_VALUE;
        for (int i = at; i < at + width; i++) {
            largest = Math.max(largest, inOrder(Double.doubleToRawLongBits(z[i])));
        }
        return Double.longBitsToDouble(inOrder(largest));
    }

    /** {@return an integer that is smaller where the number of these bits is; of that integer, the bits again} */
    private static long inOrder(long bits) {
        return bits ^ bits >> 63 >>> 1;
    }

    private static void divideBySum(double[] powers, int at, int width) {
        double sum = 0;
        for (int i = at; i < at + width; i++) {
            sum += powers[i];
        }
        for (int i = at; i < at + width; i++) {
            powers[i] /= sum;
        }
    }
}
