package backstep.network;

import static backstep.network.InvalidNetwork.require;

import backstep.linalg.Matrix;
import java.util.Locale;

/**
 * Examples with their targets.
 *
 * @param x inputs [n × s₁]
 * @param y targets [n × K]
 */
public record Batch(Matrix x, Matrix y) {

    /** {@return n, how many examples there are} */
    public int size() {
        return x.rows();
    }

    /** {@return example e alone, from 1} */
    public Batch example(int e) {
        return new Batch(x.rows(e - 1, e), y.rows(e - 1, e));
    }

    /**
     * Holds the examples against a network.
     *
     * @throws InvalidNetwork where there are none or too many, shapes differ, or a number is none that the network takes
     */
    public void requireFits(Network network) {
        require(
                size() >= 1 && size() <= Limits.EXAMPLES,
                "data/x",
                String.format(Locale.ROOT, "must have 1 to %,d examples, has %,d", Limits.EXAMPLES, size()));
        require(
                y.rows() == size(),
                "data/y",
                "has " + y.rows() + " rows, /data/x has " + size() + "; each example needs its target");
        requireWidth("data/x", x, network.inputs(), "input");
        requireWidth("data/y", y, network.outputs(), "output");
        requireNumbers("data/x", x, false);
        requireNumbers("data/y", y, network.loss().isLikelihood());
    }

    private static void requireWidth(String place, Matrix rows, int width, String what) {
        require(
                rows.columns() == width,
                place + "/0",
                "has " + counted(rows.columns(), "number") + ", the network has " + counted(width, what));
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private static void requireNumbers(String place, Matrix rows, boolean probabilities) {
        for (int e = 0; e < rows.rows(); e++) {
            for (int k = 0; k < rows.columns(); k++) {
                double number = rows.at(e, k);
                String here = place + "/" + e + "/" + k;
                require(Double.isFinite(number), here, "must be a finite number, was " + number);
                require(
                        !probabilities || number >= 0 && number <= 1,
                        here,
                        "must be 0 to 1, since the loss takes it for a probability; was " + number);
            }
        }
    }
}
