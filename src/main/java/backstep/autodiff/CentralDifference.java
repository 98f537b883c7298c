package backstep.autodiff;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A derivative measured from values alone: (f(x + h) − f(x − h)) / 2h, with h = ∛ε · max(1, |x|), which balances the error of
 * the difference quotient against rounding (Press et al., <i>Numerical Recipes</i>, 3rd edition, section 5.7).
 *
 * @param input the name of the input that was moved
 * @param derivative what the reverse sweep says
 * @param difference what the difference quotient says
 * @param step h
 */
public record CentralDifference(String input, double derivative, double difference, double step) {

    private static final double CUBE_ROOT_OF_EPSILON = Math.cbrt(Math.ulp(1.0));

    /** {@return the measured derivative of the differentiated output by each input} */
    public static List<CentralDifference> of(AdjointTrace adjoints) {
        double[] gradient = adjoints.gradient();
        return IntStream.range(0, gradient.length)
                .mapToObj(input -> measure(adjoints, input, gradient[input]))
                .toList();
    }

    private static CentralDifference measure(AdjointTrace adjoints, int input, double derivative) {
        double x = adjoints.primal().x()[input];
        double h = CUBE_ROOT_OF_EPSILON * Math.max(1, Math.abs(x));
        double above = x + h;
        double below = x - h;
        double difference = (moved(adjoints, input, above) - moved(adjoints, input, below)) / (above - below);
        return new CentralDifference(adjoints.primal().list().inputs().get(input), derivative, difference, h);
    }

    private static double moved(AdjointTrace adjoints, int input, double value) {
        double[] x = adjoints.primal().x();
        x[input] = value;
        return PrimalTrace.of(adjoints.primal().list(), x).output(adjoints.output());
    }

    /** {@return |derivative − difference| over the larger of both and 1e-8, below which a difference quotient is noise} */
    public double relativeError() {
        double size = Math.max(Math.max(Math.abs(derivative), Math.abs(difference)), 1e-8);
        return Math.abs(derivative - difference) / size;
    }
}
