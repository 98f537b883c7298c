package backstep.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import backstep.linalg.Matrix;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Weights, examples and what is asked of them are held against the network; a mistake is named with its place. */
class SettingTest {

    private static final Network NETWORK = Given.network(
            2, Loss.BINARY_CROSS_ENTROPY, Given.layer(3, Activation.TANH), Given.layer(1, Activation.SIGMOID));
    private static final Network REGRESSION =
            Given.network(2, Loss.SQUARED_ERROR, Given.layer(3, Activation.TANH), Given.layer(1, Activation.LINEAR));
    private static final Theta THETA = new Theta(List.of(Matrix.zeros(3, 3), Matrix.zeros(1, 4)));
    private static final Batch BATCH = new Batch(Matrix.of(2, 2, 1, 2, 3, 4), Matrix.of(2, 1, 0, 1));

    private static String refused(Theta theta, Batch batch) {
        return refused(() -> new Setting(NETWORK, theta, batch, 0, Sign.LOSS));
    }

    private static String refused(Runnable mistake) {
        return assertThrows(InvalidNetwork.class, mistake::run).getMessage();
    }

    @Test
    void thereIsAMatrixForEachLayer() {
        assertEquals(
                "/theta: must have a matrix for each of the 2 layers with weights, has 1",
                refused(new Theta(List.of(Matrix.zeros(3, 3))), BATCH));
    }

    @Test
    void aMatrixHasARowForEachUnitAndAColumnForTheBias() {
        assertEquals(
                "/theta/1: is 1×3, must be 1×4: a row for each unit of layer 3, a column for the bias and for each of "
                        + "the 3 units of layer 2",
                refused(new Theta(List.of(Matrix.zeros(3, 3), Matrix.zeros(1, 3))), BATCH));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void weightsAreFinite(double weight) {
        assertEquals(
                "/theta/0/2/1: must be a finite number, was " + weight, refused(THETA.with(1, 3, 1, weight), BATCH));
    }

    @Test
    void thereIsAnExample() {
        assertEquals(
                "/data/x: must have 1 to 100,000 examples, has 0",
                refused(THETA, new Batch(Matrix.zeros(0, 2), Matrix.zeros(0, 1))));
    }

    @Test
    void thereAreNotMoreExamplesThanTheLimit() {
        assertEquals(
                "/data/x: must have 1 to 100,000 examples, has 100,001",
                refused(THETA, new Batch(Matrix.zeros(100_001, 2), Matrix.zeros(100_001, 1))));
    }

    @Test
    void eachExampleHasItsTarget() {
        assertEquals(
                "/data/y: has 1 rows, /data/x has 2; each example needs its target",
                refused(THETA, new Batch(Matrix.zeros(2, 2), Matrix.zeros(1, 1))));
    }

    @Test
    void examplesAreAsWideAsTheInputs() {
        assertEquals(
                "/data/x/0: has 3 numbers, the network has 2 inputs",
                refused(THETA, new Batch(Matrix.zeros(2, 3), Matrix.zeros(2, 1))));
    }

    @Test
    void targetsAreAsWideAsTheOutputs() {
        assertEquals(
                "/data/y/0: has 2 numbers, the network has 1 output",
                refused(THETA, new Batch(Matrix.zeros(2, 2), Matrix.zeros(2, 2))));
    }

    @Test
    void examplesAreFinite() {
        assertEquals(
                "/data/x/1/0: must be a finite number, was NaN",
                refused(THETA, new Batch(BATCH.x().with(1, 0, Double.NaN), BATCH.y())));
        assertEquals(
                "/data/y/1/0: must be a finite number, was Infinity",
                refused(THETA, new Batch(BATCH.x(), BATCH.y().with(1, 0, Double.POSITIVE_INFINITY))));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.5, 1.5})
    void targetsOfALikelihoodAreProbabilities(double target) {
        assertEquals(
                "/data/y/0/0: must be 0 to 1, since the loss takes it for a probability; was " + target,
                refused(THETA, new Batch(BATCH.x(), BATCH.y().with(0, 0, target))));
    }

    @Test
    void targetsOfARegressionMayBeAnything() {
        Batch batch = new Batch(BATCH.x(), BATCH.y().with(0, 0, -40));
        assertEquals(batch, new Setting(REGRESSION, THETA, batch, 0, Sign.LOSS).batch());
    }

    @ParameterizedTest
    @CsvSource({"-0.1, -0.1", "NaN, NaN", "Infinity, Infinity"})
    void lambdaIsZeroOrAPositiveNumber(double lambda, String shown) {
        assertEquals(
                "/lambda: must be 0 or a positive number, was " + shown,
                refused(() -> new Setting(NETWORK, THETA, BATCH, lambda, Sign.LOSS)));
    }

    @Test
    void onlyALikelihoodCanBeMaximised() {
        assertEquals(
                "/sign: squared-error is not the negative logarithm of a likelihood; use \"sign\": \"loss\"",
                refused(() -> new Setting(REGRESSION, THETA, BATCH, 0, Sign.LOG_LIKELIHOOD)));
    }

    @Test
    void oneExampleAloneIsTheSameOtherwise() {
        Setting setting = new Setting(NETWORK, THETA, BATCH, 0.5, Sign.LOG_LIKELIHOOD);
        Batch second = new Batch(Matrix.of(1, 2, 3, 4), Matrix.of(1, 1, 1));
        assertEquals(new Setting(NETWORK, THETA, second, 0.5, Sign.LOG_LIKELIHOOD), setting.example(2));
    }

    @Test
    void anotherWeightLeavesTheWeightsThatItWasTakenFrom() {
        Theta changed = THETA.with(2, 1, 3, 7);
        assertEquals(7, changed.at(2, 1, 3));
        assertEquals(0, THETA.at(2, 1, 3));
        assertEquals(THETA.matrix(1), changed.matrix(1));
    }
}
