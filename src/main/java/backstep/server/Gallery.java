package backstep.server;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The expressions to start from. */
final class Gallery {

    /**
     * One of them.
     *
     * @param note what there is to see, in one sentence
     * @param output which output is differentiated, from 0
     */
    record Entry(
            String slug, String title, String note, String expression, Map<String, Double> at, int output, Mode mode) {

        /** The inputs in their order, so that every start answers with the same text. */
        Entry {
            at = Collections.unmodifiableMap(new TreeMap<>(at));
        }
    }

    static final List<Entry> ENTRIES = List.of(
            new Entry(
                    "lecture",
                    "The textbook example",
                    "Both inputs reach the output along two paths, so their contributions add up.",
                    "y = ln(x1) + x1*x2 - sin(x2)",
                    Map.of("x1", 2.0, "x2", 5.0),
                    0,
                    Mode.REVERSE),
            new Entry(
                    "logistic",
                    "One logistic unit with its loss",
                    "All of backpropagation in one unit: the adjoint of z comes out as the prediction minus the target.",
                    "z = w*x + b; p = sigmoid(z); loss = -(y*ln(p) + (1 - y)*ln(1 - p))",
                    Map.of("w", 0.8, "x", 1.5, "b", -0.5, "y", 1.0),
                    2,
                    Mode.REVERSE),
            new Entry(
                    "reuse",
                    "Fan-out and re-use",
                    "One value is used three times, so three contributions meet in its adjoint.",
                    "h = x1*x2; y = h*sin(h) + h",
                    Map.of("x1", 1.5, "x2", 2.0),
                    1,
                    Mode.REVERSE),
            new Entry(
                    "vanishing",
                    "A chain that vanishes",
                    "Each of six sigmoids multiplies the adjoint by a quarter at most, so little reaches x.",
                    "y = sigmoid(sigmoid(sigmoid(sigmoid(sigmoid(sigmoid(x))))))",
                    Map.of("x", 2.0),
                    0,
                    Mode.REVERSE),
            new Entry(
                    "exploding",
                    "A chain that explodes",
                    "Each of six multiplications by the same large weight multiplies the adjoint too.",
                    "y = w*(w*(w*(w*(w*(w*x)))))",
                    Map.of("w", 4.0, "x", 0.5),
                    0,
                    Mode.REVERSE),
            new Entry(
                    "rosenbrock",
                    "Rosenbrock's valley",
                    "The gradient vanishes only at (1, 1), at the bottom of a curved valley.",
                    "y = (1 - x1)^2 + 100*(x2 - x1^2)^2",
                    Map.of("x1", -1.2, "x2", 1.0),
                    0,
                    Mode.REVERSE),
            new Entry(
                    "softmax",
                    "Softmax by hand",
                    "With cross-entropy behind it, the gradient of the scores is the probabilities minus the target.",
                    "e1 = exp(z1); e2 = exp(z2); e3 = exp(z3); s = e1 + e2 + e3; p1 = e1/s; p2 = e2/s; p3 = e3/s;"
                            + " loss = -ln(p2)",
                    Map.of("z1", 1.0, "z2", 2.0, "z3", 0.5),
                    7,
                    Mode.REVERSE),
            new Entry(
                    "jacobian",
                    "Two outputs and their Jacobian",
                    "Each reverse sweep gives a row of the Jacobian, each forward sweep a column.",
                    "f1 = x1*x2 + sin(x1); f2 = x1^2 - exp(x2)",
                    Map.of("x1", 1.0, "x2", 0.5),
                    0,
                    Mode.REVERSE));

    private Gallery() {}
}
