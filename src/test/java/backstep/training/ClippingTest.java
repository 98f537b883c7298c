package backstep.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import backstep.data.Split;
import backstep.linalg.Matrix;
import backstep.linalg.ejml.EjmlEngine;
import backstep.network.Activation;
import backstep.network.Batch;
import backstep.network.Cost;
import backstep.network.Loss;
import backstep.network.Network;
import backstep.network.Penalty;
import backstep.network.Recording;
import backstep.network.Setting;
import backstep.network.Sign;
import backstep.network.Theta;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Slopes that are finite, but too long for their squares: of one linear unit with weights 0 and target 1, D = −[1, x]. */
class ClippingTest {

    private static final Network NETWORK =
            GivenPlan.network(Loss.HALF_SQUARED_ERROR, Activation.LINEAR, Activation.LINEAR, 2, 1);

    private static final Theta ZEROS = new Theta(List.of(Matrix.zeros(1, 3)));

    private static Batch example(double x1, double x2) {
        return new Batch(Matrix.of(1, 2, x1, x2), Matrix.of(1, 1, 1));
    }

    private static Update recorded(double x1, double x2, double clipNorm) {
        Setting setting = new Setting(NETWORK, ZEROS, example(x1, x2), Penalty.NONE, Sign.LOSS);
        UpdateSetting update = UpdateSetting.first(Sgd.plain(1), ZEROS).withClipNorm(clipNorm);
        return Update.of(new EjmlEngine(), Recording.of(new EjmlEngine(), setting), update);
    }

    @ParameterizedTest
    @CsvSource({
        "3e160, 4e160, 0.6, 0.8",
        "-4e160, 3e160, -0.8, 0.6",
        "1e160, 0, 1, 0",
        "1.5e308, 1.5e308, 0.7071067811865476, 0.7071067811865476"
    })
    void slopesWhoseSquaresOverflowKeepTheirDirection(double x1, double x2, double u1, double u2) {
        Split split = new Split(example(x1, x2), Optional.empty());
        Training training = Training.DEFAULT.with(Sgd.plain(1)).withClipNorm(2);
        Trainer trainer = new Trainer(
                new EjmlEngine(), new Plan(new Cost(NETWORK, Penalty.NONE, Sign.LOSS), ZEROS, split, training));
        trainer.update();
        double[] expected = {0, 2 * u1, 2 * u2};
        assertArrayEquals(expected, trainer.theta().matrix(1).toArray(), 1e-14);
        assertArrayEquals(expected, recorded(x1, x2, 2).theta().matrix(1).toArray(), 1e-14);
    }

    @ParameterizedTest
    @CsvSource({"3, 4, 5.0990195135927845", "3e160, 4e160, 5e160", "3e307, 4e307, 5e307"})
    void theLengthThatIsToldIsTheLengthOfTheSlopes(double x1, double x2, double norm) {
        Update update = recorded(x1, x2, 2);
        assertEquals(norm, update.norm(), 1e-14 * norm);
        assertEquals(2 / norm, update.slopes().clipFactor(), 1e-6 * 2 / norm);
    }

    @ParameterizedTest
    @CsvSource({"3e160, 4e160, 5e160", "3e307, 4e307, 5e307"})
    void aLongGradientThatIsAllowedIsLeftAsItIs(double x1, double x2, double norm) {
        Update update = recorded(x1, x2, norm * 2);
        assertEquals(1, update.slopes().clipFactor());
        assertArrayEquals(
                new double[] {-1, -x1, -x2}, update.slopes().seen().getFirst().toArray());
        assertEquals(OptionalDouble.of(norm * 2), update.setting().clipNorm());
    }

    @Test
    void aLengthBeyondTheLargestDoubleIsInfiniteAndWhatShortensItIsNot() {
        Update update = recorded(1.5e308, 1.5e308, 2);
        assertEquals(Double.POSITIVE_INFINITY, update.norm());
        double factor = 2 / 1.5e308 / Math.sqrt(2);
        assertEquals(factor, update.slopes().clipFactor(), 1e-12 * factor);
    }

    /** a = 3e160 and z = 4e160, so that D⁽¹⁾ = 4/3 [1, 3e160] and D⁽²⁾ = [1, 3e160]: together they are 5e160 long. */
    @Test
    void theLengthIsThatOfAllLayersTogether() {
        Network network = GivenPlan.network(Loss.BINARY_CROSS_ENTROPY, Activation.LINEAR, Activation.SIGMOID, 1, 1, 1);
        Theta theta = new Theta(List.of(Matrix.of(1, 2, 0, 1), Matrix.of(1, 2, 0, 4 / 3.0)));
        Batch batch = new Batch(Matrix.of(1, 1, 3e160), Matrix.of(1, 1, 0));
        Setting setting = new Setting(network, theta, batch, Penalty.NONE, Sign.LOSS);
        UpdateSetting clipped = UpdateSetting.first(Sgd.plain(1), theta).withClipNorm(1);
        Update update = Update.of(new EjmlEngine(), Recording.of(new EjmlEngine(), setting), clipped);
        assertEquals(5e160, update.norm(), 1e146);
        assertArrayEquals(new double[] {0, 1 - 0.8}, update.theta().matrix(1).toArray(), 1e-14);
        assertArrayEquals(
                new double[] {0, 4 / 3.0 - 0.6}, update.theta().matrix(2).toArray(), 1e-14);
    }
}
