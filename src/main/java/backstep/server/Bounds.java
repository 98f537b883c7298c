package backstep.server;

import backstep.linalg.Matrix;
import java.util.ArrayList;
import java.util.List;

/**
 * Between which numbers the inputs of some examples lie.
 *
 * @param least by input
 * @param most by input
 */
record Bounds(List<Double> least, List<Double> most) {

    /** {@return the bounds of the rows of these matrices, one column an input} */
    static Bounds of(List<Matrix> inputs) {
        List<Double> least = new ArrayList<>();
        List<Double> most = new ArrayList<>();
        for (int j = 0; j < inputs.getFirst().columns(); j++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (Matrix x : inputs) {
                for (int i = 0; i < x.rows(); i++) {
                    low = Math.min(low, x.at(i, j));
                    high = Math.max(high, x.at(i, j));
                }
            }
            least.add(low);
            most.add(high);
        }
        return new Bounds(least, most);
    }

    /** {@return bounds that are farther apart by this part of their distance; a single number gets 1 on either side} */
    Bounds widened(double part) {
        List<Double> lower = new ArrayList<>();
        List<Double> higher = new ArrayList<>();
        for (int j = 0; j < least.size(); j++) {
            double width = most.get(j) - least.get(j);
            double margin = width == 0 ? 1 : part * width / 2;
            lower.add(least.get(j) - margin);
            higher.add(most.get(j) + margin);
        }
        return new Bounds(lower, higher);
    }

    /** {@return number k of {@code count} that lie evenly between the bounds of an input, ends included} */
    double at(int input, int k, int count) {
        double share = count == 1 ? 0.5 : (double) k / (count - 1);
        return least.get(input) + share * (most.get(input) - least.get(input));
    }

    /** {@return the bounds by input, least and most} */
    List<List<Double>> pairs() {
        List<List<Double>> pairs = new ArrayList<>();
        for (int j = 0; j < least.size(); j++) {
            pairs.add(List.of(least.get(j), most.get(j)));
        }
        return pairs;
    }
}
