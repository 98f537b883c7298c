package backstep.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import backstep.linalg.Buffer;
import backstep.linalg.Matrix;
import backstep.linalg.ejml.EjmlEngine;
import backstep.training.Update;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Printed digits of others, each to one unit in the last place that they print. */
class PublishedExamplesTest {

    private static final EjmlEngine ENGINE = new EjmlEngine();

    /** The sources stand in the files. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "mazur",
                "coursera-l2",
                "cs231n-toy-net",
                "syncognite-two-layer-net",
                "syncognite-softmax-cross-entropy"
            })
    void aNetworkHasThePrintedNumbers(String name) {
        PublishedExample example = PublishedExample.of(name);
        Recording recording = Given.recording(example.setting());
        List<PublishedExample.Expected> expected = example.expected().toList();
        assertTrue(expected.size() >= 2, name);
        expected.forEach(block -> block.assertPrinted(quantity(recording, block.quantity())));
    }

    /** {@return what a heading names: a4, z3, J, delta2/n, D1, D1 without bias or Theta1 after 0.5 without bias} */
    private static Matrix quantity(Recording recording, String name) {
        if (name.endsWith(" without bias")) {
            Matrix all = quantity(recording, name.substring(0, name.length() - " without bias".length()));
            return all.columns(1, all.columns());
        }
        if (name.equals("J")) {
            return Matrix.of(1, 1, recording.cost());
        }
        int l = Integer.parseInt(name.replaceAll("^\\D+(\\d+).*", "$1"));
        return switch (name.replaceAll("\\d.*", "")) {
            case "a" -> recording.a(l).columns(1, recording.network().units(l) + 1);
            case "z" -> recording.z(l);
            case "delta" -> dividedByExamples(recording, recording.delta(l));
            case "D" -> recording.d(l);
            case "Theta" ->
                Update.of(ENGINE, recording, Double.parseDouble(name.split(" ")[2]))
                        .theta()
                        .matrix(l);
            default -> throw new AssertionError("no quantity is named " + name);
        };
    }

    private static Matrix dividedByExamples(Recording recording, Matrix delta) {
        double[] shares = Arrays.stream(delta.toArray())
                .map(one -> one / recording.examples())
                .toArray();
        return Matrix.of(delta.rows(), delta.columns(), shares);
    }

    /** The backward pass of one layer: dx = δ Θ without its column 0, and [db; dW]ᵀ = Δ = δᵀ [1 x]. */
    @Test
    void oneLayerPassesBackThePrintedNumbers() {
        PublishedExample example = PublishedExample.of("syncognite-affine-backward");
        Buffer a = ENGINE.allocate(2, 5);
        Buffer e = ENGINE.allocate(2, 5);
        Buffer sum = ENGINE.allocate(5, 5);
        Buffer delta = written(example.matrix("dout"));
        ENGINE.prependBias(written(example.matrix("x")), a);
        ENGINE.multiply(delta, written(theta(example.matrix("W"), example.matrix("b"))), e);
        ENGINE.transposedMultiply(delta, a, sum);
        Matrix sums = transposed(ENGINE.read(sum));
        Map<String, Matrix> actual =
                Map.of("dx", ENGINE.read(e).columns(1, 5), "db", sums.rows(0, 1), "dW", sums.rows(1, 5));
        assertEquals(3, example.expected().count());
        example.expected().forEach(block -> block.assertPrinted(actual.get(block.quantity())));
    }

    private static Buffer written(Matrix matrix) {
        Buffer buffer = ENGINE.allocate(matrix.rows(), matrix.columns());
        ENGINE.write(matrix, buffer);
        return buffer;
    }

    /** {@return Θ = [b Wᵀ] of a layer that is written as x W + b} */
    private static Matrix theta(Matrix w, Matrix b) {
        double[][] rows = new double[w.rows() + 1][];
        rows[0] = b.row(0);
        for (int i = 0; i < w.rows(); i++) {
            rows[i + 1] = w.row(i);
        }
        return transposed(Matrix.ofRows(rows));
    }

    private static Matrix transposed(Matrix matrix) {
        double[][] columns = new double[matrix.columns()][];
        Arrays.setAll(columns, j -> matrix.columns(j, j + 1).toArray());
        return Matrix.ofRows(columns);
    }

    /** {@return numbers at equal distances, as NumPy's linspace makes them} */
    private static Matrix linspace(double from, double to, int rows, int columns) {
        double[] numbers = new double[rows * columns];
        Arrays.setAll(numbers, k -> from + k * ((to - from) / (numbers.length - 1)));
        return Matrix.of(rows, columns, numbers);
    }

    /** Stanford CS231n, assignment 2, FullyConnectedNets.ipynb, TwoLayerNet; reg there is λ. */
    @ParameterizedTest
    @CsvSource({"0, 3.4702243556", "1, 26.5948426952"})
    void theTwoLayerNetOfCs231n(double lambda, double cost) {
        Network network = Given.network("5 → 50 relu → 7 softmax, cross-entropy");
        Theta theta = new Theta(List.of(
                theta(linspace(-0.7, 0.3, 5, 50), linspace(-0.1, 0.9, 1, 50)),
                theta(linspace(-0.3, 0.4, 50, 7), linspace(-0.9, 0.1, 1, 7))));
        Matrix y = Matrix.zeros(3, 7).with(0, 0, 1).with(1, 5, 1).with(2, 1, 1);
        Batch batch = new Batch(transposed(linspace(-5.5, 4.5, 5, 3)), y);
        Recording recording = Given.recording(new Setting(network, theta, batch, lambda, Sign.LOSS));
        double[] scores = {
            11.53165108, 12.2917344, 13.05181771, 13.81190102, 14.57198434, 15.33206765, 16.09215096,
            12.05769098, 12.74614105, 13.43459113, 14.1230412, 14.81149128, 15.49994135, 16.18839143,
            12.58373087, 13.20054771, 13.81736455, 14.43418138, 15.05099822, 15.66781506, 16.2846319
        };
        assertArrayEquals(scores, recording.z(3).toArray(), 1e-8);
        assertEquals(cost, recording.cost(), 1e-10);
    }

    /** Stanford CS231n, assignment 2, FullyConnectedNets.ipynb, affine_forward. */
    @Test
    void theAffineLayerOfCs231n() {
        Network network = Given.network("120 → 3 linear, squared-error");
        Theta theta = new Theta(List.of(theta(linspace(-0.2, 0.3, 120, 3), linspace(-0.3, 0.1, 1, 3))));
        Batch batch = new Batch(linspace(-0.1, 0.5, 2, 120), Matrix.zeros(2, 3));
        double[] printed = {1.49834967, 1.70660132, 1.91485297, 3.25553199, 3.5141327, 3.77273342};
        assertArrayEquals(
                printed,
                Given.recording(new Setting(network, theta, batch, 0, Sign.LOSS))
                        .z(2)
                        .toArray(),
                1e-8);
    }

    /** Stanford CS231n, assignment 2, FullyConnectedNets.ipynb, relu_forward. */
    @Test
    void theReluOfCs231n() {
        double[] a = linspace(-0.5, 0.5, 3, 4).toArray();
        Activation.RELU.apply(a, 0, a.length);
        double[] printed = {0, 0, 0, 0, 0, 0, 0.04545455, 0.13636364, 0.22727273, 0.31818182, 0.40909091, 0.5};
        assertArrayEquals(printed, a, 1e-8);
    }

    /**
     * Stanford CS231n notes, Linear classification, softmax before and after the weights are halved; ONNX, Operators.md at
     * f754691, Softmax, the last with numbers that overflow if they are not moved first.
     */
    @ParameterizedTest
    @CsvSource({
        "1 -2 0, 0.70 0.04 0.26, 0.01",
        "0.5 -1 0, 0.55 0.12 0.33, 0.01",
        "-1 0 1, 0.09003058 0.24472848 0.66524094, 1e-7",
        "0 1 2 3, 0.032058604 0.08714432 0.23688284 0.6439143, 1e-7",
        "10000 10001 10002 10003, 0.032058604 0.08714432 0.23688284 0.6439143, 1e-7"
    })
    void softmaxHasThePrintedShares(String sums, String printed, double tolerance) {
        assertArrayEquals(numbers(printed), OneLayer.activations(Activation.SOFTMAX, numbers(sums)), tolerance);
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    /**
     * deeplearning.ai, Deep Learning Specialization, course 2, Regularization, compute_cost_with_regularization with lambd = 0.1
     * over m = 5 examples, so λ = 0.02; outputs as in github.com/Kulbear/deep-learning-coursera at 997fdb2. It is given the
     * outputs, which here are those of a single node that hands z on.
     */
    @Test
    void thePenalisedCostOfACourse() {
        double[] outputs = {0.40682402, 0.01629284, 0.16722898, 0.10118111, 0.40682402};
        Matrix x = Matrix.of(
                5, 1, Arrays.stream(outputs).map(a -> Math.log(a / (1 - a))).toArray());
        Batch batch = new Batch(x, Matrix.of(5, 1, 1, 1, 0, 1, 0));
        Setting node = new Setting(Given.node(1), Given.theta(new double[][] {{0, 1}}), batch, 0, Sign.LOSS);
        Theta theta = Given.theta(
                new double[][] {
                    {0, 1.6243453636632417, -0.6117564136500754, -0.5281717522634557},
                    {0, -1.0729686221561705, 0.8654076293246785, -2.3015386968802827}
                },
                new double[][] {
                    {0, 0.31903909605709857, -0.2493703754774101},
                    {0, 1.462107937044974, -2.060140709497654},
                    {0, -0.3224172040135075, -0.38405435466841564}
                },
                new double[][] {{0, -0.8778584179213718, 0.04221374671559283, 0.5828152137158222}});
        Network deep = Given.network("3 → 2 relu → 3 relu → 1 sigmoid, binary-cross-entropy");
        Batch any = new Batch(Matrix.zeros(1, 3), Matrix.zeros(1, 1));
        double penalty =
                Given.recording(new Setting(deep, theta, any, 0.02, Sign.LOSS)).penalty();
        assertEquals(1.78648594516, Given.recording(node).meanLoss() + penalty, 1e-11);
    }
}
