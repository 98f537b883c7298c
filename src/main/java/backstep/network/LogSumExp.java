package backstep.network;

/** ln Σ e^zᵢ, computed so that no power overflows: m + ln Σ e^(zᵢ − m) with m the largest zᵢ. */
final class LogSumExp {

    private static final int NONE = -1;

    private LogSumExp() {}

    /** {@return ln Σ e^zᵢ over {@code width} numbers from {@code at}} */
    static double of(double[] z, int at, int width) {
        return without(NONE, z, at, width);
    }

    /** {@return the same without number {@code left}, counted from 0} */
    static double without(int left, double[] z, int at, int width) {
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < width; i++) {
            most = i == left ? most : Math.max(most, z[at + i]);
        }
        if (Double.isInfinite(most)) {
            return most;
        }
        double sum = 0;
        for (int i = 0; i < width; i++) {
            sum += i == left ? 0 : Math.exp(z[at + i] - most);
        }
        return most + Math.log(sum);
    }
}
