package backstep.network;

import static backstep.network.Near.assertNear;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import backstep.linalg.Matrix;
import backstep.linalg.ejml.EjmlEngine;
import backstep.training.Update;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of a pass whatever its numbers. */
class PassPropertiesTest {

    private static final int[] ORDER = {2, 0, 3, 1};

    private static Setting hidden(Activation activation) {
        return Given.with(
                0.3,
                Given.setting(
                        Given.network(
                                3,
                                Loss.BINARY_CROSS_ENTROPY,
                                Given.layer(4, activation),
                                Given.layer(2, Activation.SIGMOID)),
                        11));
    }

    @ParameterizedTest
    @EnumSource(value = Activation.class, names = "SOFTMAX", mode = EnumSource.Mode.EXCLUDE)
    void permutingHiddenUnitsPermutesEverythingThatIsTheirs(Activation activation) {
        Setting setting = hidden(activation);
        Theta permuted = new Theta(
                List.of(rows(setting.theta().matrix(1)), columns(setting.theta().matrix(2))));
        Recording before = Given.recording(setting);
        Recording after = Given.recording(setting.with(permuted));
        assertNear(before.losses(), after.losses(), 1e-14, "losses");
        assertEquals(columns(before.a(2)), after.a(2));
        assertNear(units(before.delta(2)), after.delta(2), 1e-14, "delta");
        assertNear(rows(before.sum(1)), after.sum(1), 1e-14, "Delta1");
        assertNear(rows(before.d(1)), after.d(1), 1e-14, "D1");
        assertNear(columns(before.d(2)), after.d(2), 1e-14, "D2");
    }

    private static Matrix rows(Matrix matrix) {
        return Matrix.ofRows(Arrays.stream(ORDER).mapToObj(matrix::row).toArray(double[][]::new));
    }

    private static Matrix units(Matrix matrix) {
        return Matrix.ofRows(IntStream.range(0, matrix.rows())
                .mapToObj(i ->
                        Arrays.stream(ORDER).mapToDouble(j -> matrix.at(i, j)).toArray())
                .toArray(double[][]::new));
    }

    /** Permutes the units and leaves the bias unit where it is. */
    private static Matrix columns(Matrix matrix) {
        Matrix units = units(matrix.columns(1, matrix.columns()));
        return Matrix.ofRows(IntStream.range(0, matrix.rows())
                .mapToObj(i -> IntStream.range(0, matrix.columns())
                        .mapToDouble(j -> j == 0 ? matrix.at(i, 0) : units.at(i, j - 1))
                        .toArray())
                .toArray(double[][]::new));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyExampleTwiceLeavesTheGradientAndDoublesTheSum(long seed) {
        Setting setting = RandomSettings.of(seed);
        Batch twice =
                new Batch(twice(setting.batch().x()), twice(setting.batch().y()));
        Recording once = Given.recording(setting);
        Recording both = Given.recording(Given.with(twice, setting));
        assertNear(once.cost(), both.cost(), 1e-14, "J");
        for (int l = 1; l <= setting.network().depth(); l++) {
            assertNear(once.d(l), both.d(l), 1e-14, "D" + l);
            assertNear(2 * once.sum(l, 1, 0), both.sum(l, 1, 0), 1e-14, "Delta" + l);
        }
    }

    private static Matrix twice(Matrix rows) {
        return Matrix.ofRows(IntStream.range(0, 2 * rows.rows())
                .mapToObj(e -> rows.row(e % rows.rows()))
                .toArray(double[][]::new));
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void twiceTheLossHasTwiceTheDeltaInEveryLayer(Activation output) {
        Dense[] layers = {Given.layer(3, Activation.TANH), Given.layer(2, output)};
        Setting half = Given.setting(Given.network(2, Loss.HALF_SQUARED_ERROR, layers), 5);
        Setting whole =
                new Setting(Given.network(2, Loss.SQUARED_ERROR, layers), half.theta(), half.batch(), 0, Sign.LOSS);
        Recording single = Given.recording(half);
        Recording twofold = Given.recording(whole);
        assertArrayEquals(doubled(single.delta(3)), twofold.delta(3).toArray());
        assertArrayEquals(doubled(single.delta(2)), twofold.delta(2).toArray());
        assertArrayEquals(doubled(single.losses()), twofold.losses().toArray());
    }

    private static double[] doubled(Matrix matrix) {
        return Arrays.stream(matrix.toArray()).map(entry -> 2 * entry).toArray();
    }

    @ParameterizedTest
    @EnumSource(
            value = Activation.class,
            names = {"SIGMOID", "SOFTMAX"})
    void theLogLikelihoodTurnsTheSignOfDeltaAndOfTheDataPartOfTheGradient(Activation output) {
        Setting loss = Given.with(0.3, likelihood(output));
        Recording descent = Given.recording(loss);
        Recording ascent = Given.recording(Given.with(Sign.LOG_LIKELIHOOD, loss));
        assertEquals(descent.losses(), ascent.losses());
        assertEquals(descent.cost(), ascent.cost());
        for (int l = 1; l <= 2; l++) {
            assertNear(negative(descent.delta(l + 1)), ascent.delta(l + 1), 0, "delta");
            assertNear(negative(descent.sum(l)), ascent.sum(l), 0, "Delta");
            assertEquals(-descent.d(l, 1, 0), ascent.d(l, 1, 0));
            assertNear(2 * 0.3 * descent.theta(l, 1, 1), descent.d(l, 1, 1) + ascent.d(l, 1, 1), 1e-15, "penalty");
        }
    }

    @Test
    void bothSignsLeadToTheSameWeights() {
        Setting loss = Given.with(0.3, likelihood(Activation.SOFTMAX));
        Setting likelihood = Given.with(Sign.LOG_LIKELIHOOD, loss);
        EjmlEngine engine = new EjmlEngine();
        assertEquals(
                Update.of(engine, Given.recording(loss), 0.5).theta(),
                Update.of(engine, Given.recording(likelihood), 0.5).theta());
    }

    private static Setting likelihood(Activation output) {
        return Given.setting(
                Given.network(2, Loss.CROSS_ENTROPY, Given.layer(3, Activation.TANH), Given.layer(2, output)), 4);
    }

    private static Matrix negative(Matrix matrix) {
        return Matrix.of(
                matrix.rows(),
                matrix.columns(),
                Arrays.stream(matrix.toArray()).map(entry -> -entry).toArray());
    }

    /** The gradient of logistic regression, (1/n) Xᵀ(σ(Xθ) − y) + λθ. */
    @Test
    void theSingleNodeIsLogisticRegression() {
        Setting setting = Given.with(0.5, Given.setting(Given.node(3), 9));
        Recording recording = Given.recording(setting);
        for (int j = 0; j <= 3; j++) {
            double slope = 0;
            for (int e = 0; e < 3; e++) {
                double[] x = setting.batch().x().row(e);
                double[] theta = setting.theta().matrix(1).row(0);
                double z = theta[0] + theta[1] * x[0] + theta[2] * x[1] + theta[3] * x[2];
                double error = 1 / (1 + Math.exp(-z)) - setting.batch().y().at(e, 0);
                slope += error * (j == 0 ? 1 : x[j - 1]) / 3;
            }
            assertNear(slope + (j == 0 ? 0 : 0.5 * recording.theta(1, 1, j)), recording.d(1, 1, j), 1e-14, "D" + j);
        }
    }

    @Test
    void aDeadUnitLearnsNothingAndTeachesNothing() {
        Network network = Given.network(
                1, Loss.SQUARED_ERROR, Given.layer(1, Activation.RELU), Given.layer(1, Activation.LINEAR));
        Theta theta = Given.theta(new double[][] {{-5, 1}}, new double[][] {{0.5, 2}});
        Batch batch = Given.batch(new double[][] {{1}, {2}, {5}}, new double[][] {{1}, {0}, {3}});
        Recording recording = Given.recording(new Setting(network, theta, batch, 0, Sign.LOSS));
        assertTrue(Arrays.stream(recording.delta(2).toArray()).allMatch(delta -> delta == 0));
        assertTrue(Arrays.stream(recording.d(1).toArray()).allMatch(slope -> slope == 0));
        assertEquals(0, recording.d(2, 1, 1));
        assertTrue(recording.d(2, 1, 0) != 0);
    }

    @Test
    void anOverflowIsRecordedAndNotThrown() {
        Network network = Given.network(
                1, Loss.SQUARED_ERROR, Given.layer(1, Activation.LINEAR), Given.layer(1, Activation.LINEAR));
        Theta theta = Given.theta(new double[][] {{0, 1e200}}, new double[][] {{0, 1e200}});
        Batch batch = Given.batch(new double[][] {{1}}, new double[][] {{0}});
        Recording recording = Given.recording(new Setting(network, theta, batch, 0, Sign.LOSS));
        assertEquals(1e200, recording.a(2, 1, 1));
        assertEquals(Double.POSITIVE_INFINITY, recording.z(3, 1, 1));
        assertEquals(Double.POSITIVE_INFINITY, recording.cost());
        assertEquals(Double.POSITIVE_INFINITY, recording.delta(2, 1, 1));
    }

    @Test
    void whatIsNotANumberSpreadsToTheEnd() {
        Network network = Given.network(
                1, Loss.CROSS_ENTROPY, Given.layer(2, Activation.LINEAR), Given.layer(2, Activation.SOFTMAX));
        Theta theta = Given.theta(new double[][] {{0, 1e308}, {0, 1e308}}, new double[][] {{0, 10, -10}, {0, 0, 0}});
        Batch batch = Given.batch(new double[][] {{10}}, new double[][] {{1, 0}});
        Recording recording = Given.recording(new Setting(network, theta, batch, 0, Sign.LOSS));
        assertTrue(Double.isNaN(recording.z(3, 1, 1)));
        assertTrue(Double.isNaN(recording.cost()));
        assertTrue(Double.isNaN(recording.d(1, 1, 1)));
    }

    @Test
    void theRecordingCountsAsTheFieldDoes() {
        Random random = new Random(2);
        Network network = Given.network(
                2, Loss.HALF_SQUARED_ERROR, Given.layer(3, Activation.TANH), Given.layer(1, Activation.LINEAR));
        Batch batch = RandomSettings.batch(network, 4, random);
        Recording recording =
                Given.recording(new Setting(network, RandomSettings.theta(network, random), batch, 0, Sign.LOSS));
        assertEquals(batch.x().at(2, 1), recording.a(1, 2, 3));
        assertEquals(1, recording.a(2, 0, 3));
        assertEquals(Math.tanh(recording.z(2, 3, 4)), recording.a(2, 3, 4), 1e-15);
        assertEquals(batch.y().at(3, 0), recording.y(1, 4));
        assertEquals(recording.losses().at(1, 0), recording.loss(2));
        assertEquals(4, recording.examples());
    }
}
