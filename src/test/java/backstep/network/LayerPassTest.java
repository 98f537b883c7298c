package backstep.network;

import static backstep.network.Near.assertNear;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import backstep.linalg.Matrix;
import backstep.linalg.ejml.EjmlEngine;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Layers of every kind, held against plain loops and central differences. The parameter is the seed. */
class LayerPassTest {

    private static final double RELATIVE = 1e-9;

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    @Test
    void theSeedsHaveEveryKindOfLayer() {
        for (Class<?> kind : Layer.class.getPermittedSubclasses()) {
            long count = RandomLayers.count(kind.asSubclass(Layer.class), seeds());
            assertTrue(count >= 40, kind + ": " + count);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theForwardPassIsThatOfPlainLoops(long seed) {
        Setting setting = RandomLayers.of(seed);
        Recording recording = Given.recording(setting);
        PlainLayers plain = new PlainLayers(setting);
        for (int l = 2; l <= setting.network().outputLayer(); l++) {
            assertNear(Matrix.ofRows(plain.z[l]), recording.z(l), RELATIVE, "z" + l);
            assertNear(
                    Matrix.ofRows(plain.a[l]),
                    recording.a(l).columns(1, setting.network().units(l) + 1),
                    RELATIVE,
                    "a" + l);
        }
        for (int e = 1; e <= recording.examples(); e++) {
            assertNear(plain.loss(e - 1), recording.loss(e), RELATIVE, "loss " + e);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theBackwardPassIsThatOfPlainLoops(long seed) {
        Setting setting = RandomLayers.of(seed);
        Recording recording = Given.recording(setting);
        PlainLayers plain = new PlainLayers(setting);
        for (int l = 1; l <= setting.network().depth(); l++) {
            assertNear(Matrix.ofRows(plain.delta[l + 1]), recording.delta(l + 1), RELATIVE, "delta" + (l + 1));
            if (setting.network().theta(l).isThere()) {
                assertNear(Matrix.ofRows(plain.sum[l]), recording.sum(l), RELATIVE, "Delta" + l);
                assertNear(Matrix.ofRows(plain.d(l)), recording.d(l), RELATIVE, "D" + l);
            }
        }
    }

    /** Where a batch varies little, its normalisation bends the cost so much that a difference quotient is less exact. */
    @ParameterizedTest
    @MethodSource("seeds")
    void theGradientIsThatOfCentralDifferences(long seed) {
        GradientCheck check = GradientCheck.of(new EjmlEngine(), Given.recording(RandomLayers.of(seed)));
        assertTrue(check.worst().relativeError() <= 5e-5, check.worst().toString());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theSharesOfTheExamplesAddUpToDelta(long seed) {
        Recording recording = Given.recording(RandomLayers.of(seed));
        int n = recording.examples();
        for (int l = 1; l <= recording.network().depth(); l++) {
            ThetaShape shape = recording.network().theta(l);
            for (int i = 1; i <= shape.rows(); i++) {
                for (int j = 0; j < shape.columns(); j++) {
                    double last = Accumulation.share(recording, l, i, j, n);
                    double before = Accumulation.of(recording, l, i, j, n - 1);
                    assertNear(recording.sum(l, i, j), before + last, 1e-12, "Delta " + l + " " + i + " " + j);
                }
            }
        }
    }

    /** The lecture's convolutional net, in several slices of examples. */
    @Test
    void theConvolutionalNetOfTheLecturePassesForwardAndBackward() {
        Network network = new Network(
                new Shape.Image(1, 32, 32),
                List.of(
                        new Conv2d(6, 3, 1, 0, Activation.RELU),
                        new MaxPool2d(2),
                        new Conv2d(16, 3, 1, 0, Activation.RELU),
                        new MaxPool2d(2),
                        new Flatten(),
                        new Dense(120, Activation.RELU),
                        new Dense(84, Activation.RELU),
                        new Dense(10, Activation.SOFTMAX)),
                Loss.CROSS_ENTROPY);
        assertEquals("1×32×32–6×30×30–6×15×15–16×13×13–16×6×6–576–120–84–10", network.sizes());
        assertEquals(60 + 880 + 69_240 + 10_164 + 850, network.weights());
        Random random = new Random(4);
        Batch batch = RandomSettings.batch(network, 10, random);
        Setting setting = new Setting(network, Initialization.HE_NORMAL.theta(network, 1), batch, 0.01, Sign.LOSS);
        Recording recording = Given.recording(setting);
        PlainLayers plain = new PlainLayers(setting);
        for (int l = 1; l <= network.depth(); l++) {
            assertNear(Matrix.ofRows(plain.z[l + 1]), recording.z(l + 1), RELATIVE, "z" + (l + 1));
            assertNear(Matrix.ofRows(plain.delta[l + 1]), recording.delta(l + 1), RELATIVE, "delta" + (l + 1));
            if (network.theta(l).isThere()) {
                assertNear(Matrix.ofRows(plain.d(l)), recording.d(l), RELATIVE, "D" + l);
            }
        }
    }
}
