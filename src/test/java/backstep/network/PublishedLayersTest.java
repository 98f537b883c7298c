package backstep.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import backstep.linalg.Buffer;
import backstep.linalg.Matrix;
import backstep.linalg.ejml.EjmlEngine;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Printed digits of others for layers beyond dense ones, each to one unit in the last place that they print. */
class PublishedLayersTest {

    private static final EjmlEngine ENGINE = new EjmlEngine();

    /** One layer alone. */
    private static final class Alone {

        final Buffer z;
        final Buffer e;
        final Buffer sum;
        private final Buffer delta;
        private final LayerPass pass;
        final Buffer running;

        Alone(Shape input, Layer layer, Matrix theta, Matrix x) {
            Network network = new Network(input, List.of(layer), Loss.SQUARED_ERROR);
            int n = x.rows();
            Buffer a = ENGINE.allocate(n, network.inputs() + 1);
            ENGINE.prependBias(written(x), a);
            z = ENGINE.allocate(n, network.outputs());
            delta = ENGINE.allocate(n, network.outputs());
            e = ENGINE.allocate(n, network.inputs() + 1);
            sum = ENGINE.allocate(theta.rows(), theta.columns());
            running =
                    ENGINE.allocate(layer instanceof BatchNorm ? theta.rows() : 0, layer instanceof BatchNorm ? 2 : 0);
            LayerPass.Wires wires = new LayerPass.Wires(a, z, delta, e, written(theta), sum);
            pass = LayerPass.of(ENGINE, network, 1, wires, a, running);
            pass.forward();
        }

        Alone back(Matrix dout) {
            ENGINE.write(dout, delta);
            pass.accumulate();
            pass.backward();
            return this;
        }

        Matrix dx() {
            Matrix all = ENGINE.read(e);
            return all.columns(1, all.columns());
        }
    }

    private static Buffer written(Matrix matrix) {
        Buffer buffer = ENGINE.allocate(matrix.rows(), matrix.columns());
        ENGINE.write(matrix, buffer);
        return buffer;
    }

    private static double[] linspace(double from, double to, int count) {
        return IntStream.range(0, count)
                .mapToDouble(k -> from + k * ((to - from) / (count - 1)))
                .toArray();
    }

    /** {@return the biases before the rows of the weights} */
    private static Matrix theta(double[] bias, Matrix w) {
        double[][] rows = w.toRows();
        return Matrix.ofRows(IntStream.range(0, rows.length)
                .mapToObj(f -> IntStream.rangeClosed(0, rows[f].length)
                        .mapToDouble(j -> j == 0 ? bias[f] : rows[f][j - 1])
                        .toArray())
                .toArray(double[][]::new));
    }

    private static Conv2d convolution(int filters, int kernel, int stride, int padding) {
        return new Conv2d(filters, kernel, stride, padding, Activation.LINEAR);
    }

    /** Stanford CS231n, assignment 2, ConvolutionalNetworks.ipynb, conv_forward_naive. */
    @Test
    void theConvolutionOfCs231n() {
        Matrix x = Matrix.of(2, 48, linspace(-0.1, 0.5, 96));
        Matrix theta = theta(linspace(-0.1, 0.2, 3), Matrix.of(3, 48, linspace(-0.2, 0.3, 144)));
        double[] printed = {
            -0.08759809,
            -0.10987781,
            -0.18387192,
            -0.2109216,
            0.21027089,
            0.21661097,
            0.22847626,
            0.23004637,
            0.50813986,
            0.54309974,
            0.64082444,
            0.67101435,
            -0.98053589,
            -1.03143541,
            -1.19128892,
            -1.24695841,
            0.69108355,
            0.66880383,
            0.59480972,
            0.56776003,
            2.36270298,
            2.36904306,
            2.38090835,
            2.38247847
        };
        Alone layer = new Alone(new Shape.Image(3, 4, 4), convolution(3, 4, 2, 1), theta, x);
        assertArrayEquals(printed, ENGINE.read(layer.z).toArray(), 1e-8);
    }

    /** Stanford CS231n, assignment 2, ConvolutionalNetworks.ipynb, max_pool_forward_naive. */
    @Test
    void thePoolingOfCs231n() {
        Matrix x = Matrix.of(2, 48, linspace(-0.3, 0.4, 96));
        double[] printed = {
            -0.26315789,
            -0.24842105,
            -0.20421053,
            -0.18947368,
            -0.14526316,
            -0.13052632,
            -0.08631579,
            -0.07157895,
            -0.02736842,
            -0.01263158,
            0.03157895,
            0.04631579,
            0.09052632,
            0.10526316,
            0.14947368,
            0.16421053,
            0.20842105,
            0.22315789,
            0.26736842,
            0.28210526,
            0.32631579,
            0.34105263,
            0.38526316,
            0.4
        };
        Alone layer = new Alone(new Shape.Image(3, 4, 4), new MaxPool2d(2), Matrix.zeros(0, 0), x);
        assertArrayEquals(printed, ENGINE.read(layer.z).toArray(), 1e-8);
    }

    /**
     * ONNX, Operators.md at f754691, Conv with and without padding; Zhang et al., Dive into Deep Learning, the convolutions of
     * one and of two channels.
     */
    @ParameterizedTest
    @CsvSource({
        "1, 5, 0, 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24, 1 1 1 1 1 1 1 1 1, "
                + "54 63 72 99 108 117 144 153 162",
        "1, 5, 1, 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24, 1 1 1 1 1 1 1 1 1, "
                + "12 21 27 33 24 33 54 63 72 51 63 99 108 117 81 93 144 153 162 111 72 111 117 123 84",
        "1, 3, 0, 0 1 2 3 4 5 6 7 8, 0 1 2 3, 19 25 37 43",
        "2, 3, 0, 0 1 2 3 4 5 6 7 8 1 2 3 4 5 6 7 8 9, 0 1 2 3 1 2 3 4, 56 72 104 120"
    })
    void convolutionsOfWholeNumbers(int channels, int side, int padding, String x, String w, String printed) {
        double[] weights = numbers(w);
        int kernel = (int) Math.sqrt(weights.length / (double) channels);
        Matrix theta = theta(new double[1], Matrix.of(1, weights.length, weights));
        Alone layer = new Alone(
                new Shape.Image(channels, side, side),
                convolution(1, kernel, 1, padding),
                theta,
                Matrix.of(1, channels * side * side, numbers(x)));
        assertArrayEquals(numbers(printed), ENGINE.read(layer.z).toArray());
    }

    /** ONNX, Operators.md at f754691, MaxPool with strides 2. */
    @Test
    void thePoolingOfOnnx() {
        Matrix x = Matrix.of(1, 25, linspace(1, 25, 25));
        Alone layer = new Alone(new Shape.Image(1, 5, 5), new MaxPool2d(2), Matrix.zeros(0, 0), x);
        assertEquals(Matrix.of(1, 4, 7, 9, 17, 19), ENGINE.read(layer.z));
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    private static void assertPrinted(PublishedExample example, Map<String, Matrix> actual) {
        assertEquals(actual.size(), example.expected().count());
        example.expected().forEach(block -> block.assertPrinted(actual.get(block.quantity())));
    }

    @Test
    void aConvolutionPassesBackThePrintedNumbers() {
        PublishedExample example = PublishedExample.of("syncognite-convolution-backward");
        Alone layer = new Alone(
                        new Shape.Image(3, 5, 5),
                        convolution(2, 3, 1, 1),
                        theta(new double[2], example.matrix("w")),
                        example.matrix("x"))
                .back(example.matrix("dout"));
        Matrix sum = ENGINE.read(layer.sum);
        assertPrinted(
                example,
                Map.of(
                        "dx", layer.dx(),
                        "dw", sum.columns(1, 28),
                        "db", Matrix.of(1, 2, sum.columns(0, 1).toArray())));
    }

    @Test
    void aPoolingPassesBackThePrintedNumbers() {
        PublishedExample example = PublishedExample.of("syncognite-pooling-backward");
        Alone layer = new Alone(new Shape.Image(2, 8, 8), new MaxPool2d(2), Matrix.zeros(0, 0), example.matrix("x"))
                .back(example.matrix("dout"));
        assertPrinted(example, Map.of("dx", layer.dx()));
    }

    @Test
    void aNormalisationHasThePrintedNumbers() {
        PublishedExample example = PublishedExample.of("syncognite-batchnorm-forward");
        Matrix x = example.matrix("x");
        Layer norm = new BatchNorm(Activation.LINEAR);
        Alone plain = new Alone(new Shape.Row(3), norm, Matrix.of(3, 2, 1, 0, 1, 0, 1, 0), x);
        Alone scaled = new Alone(new Shape.Row(3), norm, Matrix.of(3, 2, 1, 11, 2, 12, 3, 13), x);
        plain.pass.follow();
        Matrix means = Matrix.of(1, 3, ENGINE.read(plain.running).columns(0, 1).toArray());
        assertPrinted(
                example, Map.of("y 1 0", ENGINE.read(plain.z), "y scaled", ENGINE.read(scaled.z), "running", means));
    }

    @Test
    void aNormalisationPassesBackThePrintedNumbers() {
        PublishedExample example = PublishedExample.of("syncognite-batchnorm-backward");
        double[][] theta = new double[5][];
        Arrays.setAll(theta, c -> new double[] {
            example.matrix("gamma").at(0, c), example.matrix("beta").at(0, c)
        });
        Alone layer = new Alone(
                        new Shape.Row(5), new BatchNorm(Activation.LINEAR), Matrix.ofRows(theta), example.matrix("x"))
                .back(example.matrix("dout"));
        Matrix sum = ENGINE.read(layer.sum);
        assertPrinted(
                example,
                Map.of(
                        "dx", layer.dx(),
                        "dgamma", Matrix.of(1, 5, sum.columns(0, 1).toArray()),
                        "dbeta", Matrix.of(1, 5, sum.columns(1, 2).toArray())));
    }
}
