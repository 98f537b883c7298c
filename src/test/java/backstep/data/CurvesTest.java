package backstep.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import backstep.network.Batch;
import backstep.network.InvalidNetwork;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CurvesTest {

    private static final double NEAR = 1e-12;

    private static void assertIs(DoubleUnaryOperator f, Recipe recipe) {
        Batch curve = recipe.dataSet().examples();
        for (int i = 0; i < curve.size(); i++) {
            double x = curve.x().at(i, 0);
            assertEquals(f.applyAsDouble(x), curve.y().at(i, 0), NEAR, "at " + x);
        }
    }

    private static Recipe still(Generator generator) {
        return Recipe.usual(generator).with(new Sampling(101, 0, 1));
    }

    private static Recipe typed(String function) {
        return still(Generator.EXPRESSION).with(function);
    }

    @Test
    void curvesAreWhatTheyAreCalled() {
        assertIs(x -> Math.sin(Math.PI * x), still(Generator.SINE));
        assertIs(x -> x >= 0 ? 1 : 0, still(Generator.STEP));
        assertIs(x -> Math.sqrt(x * x), still(Generator.ABSOLUTE));
    }

    @Test
    void aTypedFunctionIsEvaluated() {
        assertIs(x -> x * x - 3 * x, typed("x^2 - 3*x"));
        assertIs(_ -> 2, typed("2"));
        assertIs(x -> 2 * x + 1, typed("twice = 2*x; f = twice + 1"));
    }

    @Test
    void pointsAreEvenlySpacedFromEndToEnd() {
        Batch curve = typed("x")
                .with(new Interval(2, 5))
                .with(new Sampling(7, 0, 1))
                .dataSet()
                .examples();
        for (int i = 0; i < 7; i++) {
            assertEquals(2 + 0.5 * i, curve.x().at(i, 0), NEAR);
        }
        assertEquals(5, curve.x().at(6, 0));
    }

    @Test
    void noiseMovesTheTargetsAlone() {
        Batch still = Given.examples(Generator.SINE, 5000, 0, 1);
        Batch noisy = Given.examples(Generator.SINE, 5000, 0.2, 1);
        assertEquals(still.x(), noisy.x());
        double squares = 0;
        for (int i = 0; i < 5000; i++) {
            squares += Math.pow(noisy.y().at(i, 0) - still.y().at(i, 0), 2);
        }
        assertEquals(0.04, squares / 5000, 4 * 0.04 * Math.sqrt(2.0 / 5000));
    }

    @ParameterizedTest
    @MethodSource("blocksOfFunctionErrors")
    void aFunctionWithoutAValueSaysWhereAndWhy(String block) {
        String quoted = block.lines().findFirst().orElseThrow();
        String function = quoted.substring(1, quoted.length() - 1);
        InvalidNetwork error =
                assertThrows(InvalidNetwork.class, () -> typed(function).dataSet());
        assertEquals(block, quoted + "\n" + error.getMessage());
        assertEquals("data/function", error.place());
    }

    static java.util.stream.Stream<String> blocksOfFunctionErrors() {
        return Blocks.of("function-errors.txt");
    }

    @ParameterizedTest
    @CsvSource({"PLANE", "SADDLE"})
    void surfacesLieBetweenMinusOneAndOne(Generator generator) {
        DoubleBinaryOperator f = generator == Generator.PLANE ? (a, b) -> 0.25 * a + 0.25 * b : (a, b) -> 0.25 * a * b;
        Batch surface = Given.examples(generator, 500, 0, 1);
        for (int i = 0; i < 500; i++) {
            double x1 = surface.x().at(i, 0);
            double x2 = surface.x().at(i, 1);
            assertEquals(f.applyAsDouble(x1, x2), surface.y().at(i, 0), NEAR);
            assertEquals(0, Math.max(0, Math.max(Math.abs(x1), Math.abs(x2)) - 2));
        }
    }
}
