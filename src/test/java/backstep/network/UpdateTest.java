package backstep.network;

import static backstep.network.Near.assertNear;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import backstep.linalg.Matrix;
import backstep.linalg.ejml.EjmlEngine;
import backstep.training.Sgd;
import backstep.training.Update;
import backstep.training.UpdateSetting;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One step of plain gradient descent. The parameter is the seed. */
class UpdateTest {

    static LongStream seeds() {
        return LongStream.range(2_000, 2_100);
    }

    private static Update update(Setting setting, double learningRate) {
        return Update.of(new EjmlEngine(), Given.recording(setting), learningRate);
    }

    /** {@return ∂J/∂Θ⁽ˡ⁾ whichever the sign} */
    private static Matrix slope(Setting setting, int l) {
        return new PlainPass(Given.with(Sign.LOSS, setting)).d(l);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyWeightGoesDownItsSlope(long seed) {
        Setting setting = RandomSettings.of(seed);
        Update update = update(setting, 0.5);
        for (int l = 1; l <= setting.network().depth(); l++) {
            Matrix slope = slope(setting, l);
            for (int i = 1; i <= slope.rows(); i++) {
                for (int j = 0; j < slope.columns(); j++) {
                    double expected = setting.theta().at(l, i, j) - 0.5 * slope.at(i - 1, j);
                    assertNear(expected, update.theta().at(l, i, j), 1e-12, "theta " + l + " " + i + " " + j);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theLossesAfterwardsAreThoseOfTheNewWeights(long seed) {
        Setting setting = RandomSettings.of(seed);
        Update update = update(setting, 0.5);
        PlainPass after = new PlainPass(setting.with(update.theta()));
        assertNear(after.losses(), update.losses(), 1e-12, "losses");
        assertNear(after.cost(), update.cost(), 1e-12, "J");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theSquaredNormIsThatOfAllSlopes(long seed) {
        Setting setting = RandomSettings.of(seed);
        double sum = 0;
        for (int l = 1; l <= setting.network().depth(); l++) {
            sum += Arrays.stream(slope(setting, l).toArray()).map(d -> d * d).sum();
        }
        assertNear(sum, update(setting, 0.5).squaredNorm(), 1e-12, "‖D‖²");
        assertNear(-0.5 * sum, update(setting, 0.5).predicted(), 1e-12, "predicted");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void ofASmallStepTheDecreaseIsTheOnePredicted(long seed) {
        Setting setting = RandomSettings.of(seed);
        Update update = update(setting, 1e-6);
        double decrease = update.cost() - Given.recording(setting).cost();
        assertEquals(update.predicted(), decrease, 1e-3 * Math.abs(update.predicted()) + 1e-14);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void ofASmallStepThatIsClippedTheDecreaseIsTheOnePredictedToo(long seed) {
        Setting setting = RandomSettings.of(seed);
        UpdateSetting clipped =
                UpdateSetting.first(Sgd.plain(1e-4), setting.theta()).withClipNorm(0.01);
        Update update = Update.of(new EjmlEngine(), Given.recording(setting), clipped);
        double decrease = update.cost() - Given.recording(setting).cost();
        assertEquals(update.predicted(), decrease, 1e-3 * Math.abs(update.predicted()) + 1e-14);
    }

    @Test
    void whatWasRecordedIsNotTouched() {
        Setting setting = RandomSettings.of(5);
        Recording recording = Given.recording(setting);
        Matrix before = recording.d(1);
        Update update = Update.of(new EjmlEngine(), recording, 0.5);
        assertEquals(Given.recording(setting).d(1), recording.d(1));
        assertEquals(before, recording.d(1));
        assertTrue(!update.theta().equals(setting.theta()));
    }

    @Test
    void aStepOfZeroChangesNothing() {
        Setting setting = RandomSettings.of(6);
        assertEquals(setting.theta(), update(setting, 0).theta());
        assertEquals(Given.recording(setting).cost(), update(setting, 0).cost());
    }
}
