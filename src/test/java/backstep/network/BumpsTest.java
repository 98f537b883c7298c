package backstep.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import backstep.linalg.Matrix;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BumpsTest {

    private static final double STEEP = 50;

    /** The network's output at x. */
    private static double output(Bumps bumps, Theta theta, double x) {
        Batch batch = new Batch(Matrix.of(1, 1, x), Matrix.of(1, 1, 0));
        return Given.recording(new Setting(bumps.network(), theta, batch, 0, Sign.LOSS))
                .a(3, 1, 1);
    }

    private static double mostError(int count, DoubleUnaryOperator function) {
        Bumps bumps = new Bumps(-1, 1, count, STEEP);
        Theta theta = bumps.theta(function, bumps.units());
        return IntStream.range(0, 1_801)
                .mapToDouble(k -> -0.9 + k / 1_000.0)
                .map(x -> Math.abs(output(bumps, theta, x) - function.applyAsDouble(x)))
                .max()
                .orElseThrow();
    }

    @Test
    void inItsMiddleABumpIsAsHighAsTheFunction() {
        Bumps bumps = new Bumps(-1, 1, 8, STEEP);
        Theta theta = bumps.theta(Math::sin, 16);
        for (int j = 1; j <= 8; j++) {
            double middle = -1 + (j - 0.5) / 4;
            assertEquals(Math.sin(middle), output(bumps, theta, middle), 1e-9);
        }
    }

    @Test
    void bumpsThatAreNotShownYetAreFlat() {
        Bumps bumps = new Bumps(0, 4, 4, STEEP);
        Theta theta = bumps.theta(x -> 3, 4);
        assertEquals(3, output(bumps, theta, 0.5), 1e-9);
        assertEquals(3, output(bumps, theta, 1.5), 1e-9);
        assertEquals(0, output(bumps, theta, 2.5), 1e-9);
        assertEquals(0, output(bumps, theta, 3.5), 1e-9);
    }

    @Test
    void theFirstUnitOfABumpIsAStepThatNothingEndsYet() {
        Bumps bumps = new Bumps(0, 4, 4, STEEP);
        Theta theta = bumps.theta(x -> 3, 3);
        assertEquals(3, output(bumps, theta, 0.5), 1e-9);
        assertEquals(3, output(bumps, theta, 1.5), 1e-9);
        assertEquals(3, output(bumps, theta, 3.5), 1e-9);
    }

    @Test
    void aBumpIsAPairOfSigmoidsOfOppositeWeight() {
        Theta theta = new Bumps(0, 2, 2, 10).theta(x -> x, 4);
        assertEquals(Matrix.of(4, 2, 0, 10, -10, 10, -10, 10, -20, 10), theta.matrix(1));
        assertEquals(Matrix.of(1, 5, 0, 0.5, -0.5, 1.5, -1.5), theta.matrix(2));
    }

    @Test
    void twiceAsManyBumpsHalveTheError() {
        double coarse = mostError(20, Math::sin);
        double fine = mostError(40, Math::sin);
        assertTrue(coarse < 0.06, "20 bumps miss by " + coarse);
        assertEquals(0.5, fine / coarse, 0.1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 | 1 | 5 | 10 | /to: must be above from, 1.0, was 1.0
            0 | 1 | 0 | 10 | /count: must be 1 to 2,048, was 0
            0 | 1 | 2049 | 10 | /count: must be 1 to 2,048, was 2,049
            0 | 1 | 5 | 0 | /steepness: must be a positive number, was 0.0
            0 | NaN | 5 | 1 | /to: must be above from, 0.0, was NaN
            """)
    void whatMakesNoBumpsIsRefused(double from, double to, int count, double steepness, String message) {
        InvalidNetwork error = assertThrows(InvalidNetwork.class, () -> new Bumps(from, to, count, steepness));
        assertEquals(message, error.getMessage());
    }
}
