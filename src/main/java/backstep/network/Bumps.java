package backstep.network;

import static backstep.network.InvalidNetwork.require;

import backstep.linalg.Matrix;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/**
 * Universal approximation by construction: a function of one input as a row of bumps, each the difference of two steep sigmoids,
 * hⱼ (σ(k(x − lⱼ)) − σ(k(x − rⱼ))), so that 2m hidden units make m bumps. Nothing is learned: every weight is written down.
 *
 * <p>After Nielsen, <i>Neural networks and deep learning</i> (2015), chapter 4; that sums of sigmoids come as close as one likes is
 * Cybenko (1989).
 *
 * @param from where the first bump begins
 * @param to where the last one ends
 * @param count m, how many bumps stand side by side
 * @param steepness how many times the width of a bump its sides would cross going up; k = steepness / width
 */
public record Bumps(double from, double to, int count, double steepness) {

    /** The most bumps: two units each. */
    public static final int MOST = Limits.UNITS / 2;

    /** @throws InvalidNetwork where there is no interval, or a number is out of range */
    public Bumps {
        require(
                Double.isFinite(from) && Double.isFinite(to) && from < to,
                "to",
                "must be above from, " + from + ", was " + to);
        require(
                count >= 1 && count <= MOST,
                "count",
                String.format(Locale.ROOT, "must be 1 to %,d, was %,d", MOST, count));
        require(
                steepness > 0 && Double.isFinite(steepness),
                "steepness",
                "must be a positive number, was " + steepness);
    }

    /** {@return how many hidden units there are, two for each bump} */
    public int units() {
        return 2 * count;
    }

    /** {@return the network of 1–2m–1 units that has the bumps} */
    public Network network() {
        return new Network(
                1,
                List.of(new Dense(units(), Activation.SIGMOID), new Dense(1, Activation.LINEAR)),
                Loss.SQUARED_ERROR);
    }

    /** {@return where bump j begins, j from 1; bump m + 1 would begin where the last one ends} */
    public double left(int j) {
        return from + (to - from) * (j - 1) / count;
    }

    /** {@return k, how steeply the sigmoids rise} */
    public double slope() {
        return steepness * count / (to - from);
    }

    /** {@return the height of bump j: the function in its middle} */
    public double height(DoubleUnaryOperator function, int j) {
        return function.applyAsDouble((left(j) + left(j + 1)) / 2);
    }

    /**
     * {@return the weights with which the network has one bump after the other as high as the function is in its middle}
     *
     * <p>Unit 2j − 1 rises where bump j begins, with z = k(x − l) and the weight h to the output; unit 2j rises where it ends, with
     * the weight −h.
     *
     * @param shown how many units are there, from the left; the others have a weight of 0 to the output
     */
    public Theta theta(DoubleUnaryOperator function, int shown) {
        double[][] steps = new double[units()][];
        double[][] heights = new double[1][units() + 1];
        for (int j = 1; j <= count; j++) {
            steps[2 * j - 2] = new double[] {slope() * (0 - left(j)), slope()};
            steps[2 * j - 1] = new double[] {slope() * (0 - left(j + 1)), slope()};
            double height = height(function, j);
            heights[0][2 * j - 1] = 2 * j - 1 > shown ? 0 : height;
            heights[0][2 * j] = 2 * j > shown ? 0 : -height;
        }
        return new Theta(List.of(Matrix.ofRows(steps), Matrix.ofRows(heights)));
    }
}
