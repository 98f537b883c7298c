package backstep.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import backstep.linalg.Matrix;
import backstep.linalg.ejml.EjmlEngine;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where layers may stand, and what a batch normalisation and a residual block mean. */
class LayersTest {

    private static final Shape IMAGE = new Shape.Image(1, 6, 5);
    private static final Dense OUTPUT = new Dense(2, Activation.SOFTMAX);

    private static Network network(Shape input, Layer... layers) {
        return new Network(input, List.of(layers), Loss.CROSS_ENTROPY);
    }

    private static String refusal(Shape input, Layer... layers) {
        return assertThrows(InvalidNetwork.class, () -> network(input, layers)).getMessage();
    }

    @Test
    void shapesFollowFromLayerToLayer() {
        Network network = network(
                IMAGE,
                new Conv2d(4, 3, 2, 1, Activation.RELU),
                new MaxPool2d(2),
                new BatchNorm(Activation.TANH),
                OUTPUT);
        assertEquals("1×6×5–4×3×3–4×1×1–4×1×1–2", network.sizes());
        assertEquals(4 * 10 + 4 * 2 + 2 * 5, network.weights());
        assertEquals("4×10", network.theta(1).rows() + "×" + network.theta(1).columns());
        assertEquals(ThetaShape.NONE, network.theta(2));
    }

    @Test
    void aWindowFitsIntoItsInput() {
        assertEquals(
                "/network/layers/0/kernel: must be 1 to 7, the size of its input 1×6×5 with the padding, was 8",
                refusal(IMAGE, new Conv2d(4, 8, 1, 1, Activation.RELU), OUTPUT));
        assertEquals(
                "/network/layers/1/size: must be 1 to 3, the size of its input 2×4×3, was 4",
                refusal(IMAGE, new Conv2d(2, 3, 1, 0, Activation.RELU), new MaxPool2d(4), OUTPUT));
    }

    @Test
    void convolutionsAndPoolingsTakeImages() {
        assertEquals(
                "/network/layers/1/type: conv2d takes images, but is given 30 units in a row; write the inputs as "
                        + "[channels, height, width] and put it before any flatten or dense layer",
                refusal(IMAGE, new Flatten(), new Conv2d(2, 3, 1, 0, Activation.RELU), OUTPUT));
    }

    @Test
    void aBlockMakesTheShapeThatItIsGivenAndIsNamedByItsPlace() {
        assertEquals(
                "/network/layers/1/layers: the block is given 3 and makes 4, but both are added; let it make as many as "
                        + "it is given",
                refusal(
                        new Shape.Row(2),
                        new Dense(3, Activation.RELU),
                        new Dense(4, Activation.RELU),
                        new Addition(1, Activation.LINEAR),
                        OUTPUT));
        assertEquals(
                "/network/layers/0/layers/1/units: must be 1 to 4,096, was 0",
                refusal(
                        new Shape.Row(2),
                        new BatchNorm(Activation.RELU),
                        new Dense(0, Activation.RELU),
                        new Addition(2, Activation.LINEAR),
                        OUTPUT));
    }

    /** With one layer the same can be written by hand: twice the weights, once with the unit matrix added. */
    @Test
    void aResidualBlockIsTheSumWrittenByHand() {
        Matrix block = Matrix.of(2, 3, 0.1, 0.2, 0.3, -0.4, 0.5, -0.6);
        Matrix sum = Matrix.of(2, 3, 0.1, 1.2, 0.3, -0.4, 0.5, 0.4);
        Matrix last = Matrix.of(2, 3, 0.3, 1, -1, 0, 2, 0.5);
        Batch batch = new Batch(Matrix.of(2, 2, 1, 2, -3, 0.5), Matrix.of(2, 2, 1, 0, 0, 1));
        Recording residual = Given.recording(new Setting(
                network(new Shape.Row(2), new Dense(2, Activation.LINEAR), new Addition(1, Activation.TANH), OUTPUT),
                new Theta(List.of(block, Matrix.zeros(0, 0), last)),
                batch,
                0,
                Sign.LOSS));
        Recording byHand = Given.recording(new Setting(
                network(new Shape.Row(2), new Dense(2, Activation.TANH), OUTPUT),
                new Theta(List.of(sum, last)),
                batch,
                0,
                Sign.LOSS));
        Near.assertNear(byHand.z(2), residual.z(3), 1e-14, "z");
        Near.assertNear(byHand.d(1), residual.d(1), 1e-14, "D");
        Near.assertNear(byHand.d(2), residual.d(3), 1e-14, "D");
    }

    /** Layer 2 goes into a block, and into another one around it. */
    @Test
    void whereTwoBlocksBeginBothGiveTheirDeltaBack() {
        Network network = network(
                new Shape.Row(2),
                new Dense(2, Activation.TANH),
                new Dense(2, Activation.TANH),
                new Addition(1, Activation.LINEAR),
                new Dense(2, Activation.TANH),
                new Addition(3, Activation.LINEAR),
                OUTPUT);
        Batch batch = new Batch(Matrix.of(2, 2, 1, 2, -3, 0.5), Matrix.of(2, 2, 1, 0, 0, 1));
        Recording recording =
                Given.recording(new Setting(network, Initialization.NORMAL.theta(network, 3), batch, 0, Sign.LOSS));
        GradientCheck check = GradientCheck.of(new EjmlEngine(), recording);
        assertTrue(check.passes(), check.worst().toString());
    }

    private static final Setting NORMALISED = new Setting(
            network(new Shape.Row(1), new BatchNorm(Activation.LINEAR), OUTPUT),
            new Theta(List.of(Matrix.of(1, 2, 2, 1), Matrix.of(2, 2, 0, 1, 0, -1))),
            new Batch(Matrix.of(2, 1, 1, 5), Matrix.of(2, 2, 1, 0, 0, 1)),
            0,
            Sign.LOSS);

    private static Pass pass() {
        return Pass.over(new EjmlEngine(), NORMALISED);
    }

    @Test
    void toPredictANormalisationTakesItsRunningStatistics() {
        Pass pass = pass();
        pass.forward(Recorder.NONE);
        pass.updateStatistics();
        double mean = 0.1 * 3;
        double variance = 0.9 + 0.1 * 8;
        Near.assertNear(
                Matrix.of(1, 2, mean, variance), pass.weights().read().running().getFirst(), 1e-15, "running");
        pass.evaluate(Recorder.NONE);
        double z = 2 * (1 - mean) / Math.sqrt(variance + 1e-5) + 1;
        Matrix output = new EjmlEngine().read(pass.output());
        assertEquals(1 / (1 + Math.exp(-2 * z)), output.at(0, 1), 1e-14);
    }

    @Test
    void aPassAloneDoesNotMoveTheRunningStatistics() {
        Pass pass = pass();
        pass.forward(Recorder.NONE);
        pass.backward(Recorder.NONE);
        assertEquals(Matrix.of(1, 2, 0, 1), pass.weights().read().running().getFirst());
    }

    @Test
    void runningStatisticsAreWrittenAndReadWithTheWeights() {
        Pass pass = pass();
        Theta start = pass.weights().read();
        pass.forward(Recorder.NONE);
        pass.updateStatistics();
        Theta moved = pass.weights().read();
        assertNotEquals(start, moved);
        pass.weights().write(NORMALISED.theta());
        assertEquals(start, pass.weights().read());
        pass.weights().write(moved);
        assertEquals(moved, pass.weights().read());
    }

    @Test
    void scaleAndShiftStartAtOneAndZeroAndCostNothing() {
        assertEquals(
                Matrix.of(1, 2, 1, 0),
                Initialization.ZEROS.theta(NORMALISED.network(), 1).matrix(1));
        Setting large = new Setting(
                NORMALISED.network(), NORMALISED.theta().with(1, 1, 0, 100), NORMALISED.batch(), 1, Sign.LOSS);
        assertEquals(1, Given.recording(large).penalty());
    }

    @Test
    void documentsLeaveOutLayersWithoutWeights() {
        Network network = network(IMAGE, new Flatten(), OUTPUT);
        Theta theta = Initialization.HE_NORMAL.theta(network, 1);
        assertEquals(1, theta.written().size());
        assertEquals(theta, Theta.of(network, theta.written()));
        InvalidNetwork error = assertThrows(InvalidNetwork.class, () -> Theta.of(network, theta.matrices()));
        assertEquals("/theta: must have a matrix for each of the 1 layers with weights, has 2", error.getMessage());
    }
}
