package backstep.autodiff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Local derivatives against difference quotients of the values, at random points of the domain. */
class ElementaryOperationTest {

    private static final long SEED = 20_26;
    private static final int POINTS = 200;

    @ParameterizedTest
    @EnumSource
    void everyLocalDerivativeIsTheSlopeOfTheValue(Operation operation) {
        Random random = new Random(SEED);
        for (int point = 0; point < POINTS; point++) {
            double a = operand(operation, random);
            double b = operand(operation, random);
            for (int k = 0; k < operation.arity(); k++) {
                double exact = Partials.of(operation, k, a, b, Values.of(operation, a, b));
                assertClose(slope(operation, k, a, b), exact, place(operation, k, a, b));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void everySecondDerivativeIsTheSlopeOfTheLocalDerivative(Operation operation) {
        Random random = new Random(SEED);
        for (int point = 0; point < POINTS; point++) {
            double a = operand(operation, random);
            double b = operand(operation, random);
            for (int j = 0; j < operation.arity(); j++) {
                for (int k = 0; k < operation.arity(); k++) {
                    double exact = SecondPartials.of(operation, j, k, a, b, Values.of(operation, a, b));
                    assertClose(slopeOfPartial(operation, j, k, a, b), exact, place(operation, k, a, b));
                }
            }
        }
    }

    /** {@return a number inside the domain and away from corners} */
    private static double operand(Operation operation, Random random) {
        return switch (operation) {
            case LN, SQRT, POWER, DIVIDE -> 0.3 + 2 * random.nextDouble();
            case ASIN, ACOS -> 1.8 * random.nextDouble() - 0.9;
            case TAN -> 2 * random.nextDouble() - 1;
            case RELU, ABS -> (random.nextBoolean() ? 1 : -1) * (0.1 + random.nextDouble());
            case ADD, SUBTRACT, MULTIPLY, MIN, MAX, NEGATE, EXP, SIN, COS, ATAN, SINH, COSH, TANH, SIGMOID ->
                4 * random.nextDouble() - 2;
        };
    }

    private static double slope(Operation operation, int k, double a, double b) {
        double h = 1e-5;
        return k == 0
                ? (Values.of(operation, a + h, b) - Values.of(operation, a - h, b)) / (2 * h)
                : (Values.of(operation, a, b + h) - Values.of(operation, a, b - h)) / (2 * h);
    }

    private static double slopeOfPartial(Operation operation, int j, int k, double a, double b) {
        double h = 1e-5;
        return k == 0
                ? (partial(operation, j, a + h, b) - partial(operation, j, a - h, b)) / (2 * h)
                : (partial(operation, j, a, b + h) - partial(operation, j, a, b - h)) / (2 * h);
    }

    private static double partial(Operation operation, int k, double a, double b) {
        return Partials.of(operation, k, a, b, Values.of(operation, a, b));
    }

    private static void assertClose(double measured, double exact, String place) {
        assertEquals(exact, measured, 1e-6 * Math.max(1, Math.abs(exact)), place);
    }

    private static String place(Operation operation, int k, double a, double b) {
        return operation + " by operand " + k + " at (" + a + ", " + b + "), seed " + SEED;
    }
}
