package backstep.network;

/**
 * ln Σ e^zᵢ as m + ln Σ e^(zᵢ − m) with m the largest zᵢ, so that no power overflows. The two parts are not added up: beside a
 * large m the other would lose its digits.
 *
 * @param most m
 * @param rest ln Σ e^(zᵢ − m), from 0 to ln of how many there are
 */
record LogSumExp(double most, double rest) {

    private static final int NONE = -1;

    /** {@return ln Σ e^zᵢ over {@code width} numbers from {@code at}} */
    static LogSumExp of(double[] z, int at, int width) {
        return without(NONE, z, at, width);
    }

    /** {@return the same without number {@code left}, counted from 0} */
    static LogSumExp without(int left, double[] z, int at, int width) {
        int largest = largest(left, z, at, width);
        double most = z[at + largest];
        if (Double.isInfinite(most)) {
            return new LogSumExp(most, 0);
        }
        double sum = 0;
        for (int i = 0; i < width; i++) {
            sum += i == left || i == largest ? 0 : Math.exp(z[at + i] - most);
        }
        return new LogSumExp(most, Math.log1p(sum));
    }

    private static int largest(int left, double[] z, int at, int width) {
        int largest = left == 0 ? 1 : 0;
        for (int i = largest + 1; i < width; i++) {
            largest = i != left && z[at + i] > z[at + largest] ? i : largest;
        }
        return largest;
    }

    /** {@return ln Σ e^zᵢ − z} */
    double less(double z) {
        return most - z + rest;
    }

    /** {@return ln Σ e^zᵢ less another of its kind} */
    double less(LogSumExp other) {
        return most - other.most + (rest - other.rest);
    }
}
