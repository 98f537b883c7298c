package backstep.benchmark.gpu;

import java.util.List;

/** From which size on one thing is faster than another. */
sealed interface Crossing {

    /** It is slower up to a size, and faster from there on. */
    record At(double size) implements Crossing {}

    /** It is faster at every size that was measured. */
    record Always() implements Crossing {}

    /** It is slower at the largest size that was measured. */
    record Never() implements Crossing {}

    /**
     * Two times at one size.
     *
     * @param size above 0
     * @param slowAtFirst seconds of what has the head start
     * @param fastInTheEnd seconds of what catches up
     */
    record Times(double size, double slowAtFirst, double fastInTheEnd) {

        /** {@return ln(fastInTheEnd / slowAtFirst), which is 0 where both take the same time} */
        double logRatio() {
            return Math.log(fastInTheEnd / slowAtFirst);
        }
    }

    /**
     * {@return the size from which on the second is faster for good} Between two measured sizes, times are taken to be powers of the
     * size: a straight line between logarithms.
     *
     * @param measured in the order of the sizes, one at least
     */
    static Crossing of(List<Times> measured) {
        if (measured.getLast().logRatio() >= 0) {
            return new Never();
        }
        for (int k = measured.size() - 2; k >= 0; k--) {
            if (measured.get(k).logRatio() >= 0) {
                return new At(between(measured.get(k), measured.get(k + 1)));
            }
        }
        return new Always();
    }

    private static double between(Times before, Times after) {
        double share = before.logRatio() / (before.logRatio() - after.logRatio());
        return Math.exp((1 - share) * Math.log(before.size()) + share * Math.log(after.size()));
    }
}
