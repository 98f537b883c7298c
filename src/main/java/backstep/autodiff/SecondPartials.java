package backstep.autodiff;

/** The second derivatives of each elementary operation, which a Hessian needs. Zero at and beside the corners. */
public final class SecondPartials {

    private SecondPartials() {}

    /**
     * {@return ∂²v/∂a², ∂²v/∂a∂b or ∂²v/∂b²}
     *
     * @param j which operand the first derivative is by, 0 the left
     * @param k which operand the second derivative is by
     * @param v the value of the operation at (a, b)
     */
    public static double of(Operation operation, int j, int k, double a, double b, double v) {
        return operation.arity() == 1 ? unary(operation, a, v) : binary(operation, j + k, a, b, v);
    }

    private static double unary(Operation operation, double a, double v) {
        return switch (operation) {
            case NEGATE, RELU, ABS -> 0;
            case LN -> a < 0 ? Double.NaN : -1 / (a * a);
            case EXP, SINH, COSH -> v;
            case SQRT -> -1 / (4 * v * v * v);
            case SIN, COS -> -v;
            case TAN -> 2 * v * (1 + v * v);
            case ASIN -> a / Math.pow((1 - a) * (1 + a), 1.5);
            case ACOS -> -a / Math.pow((1 - a) * (1 + a), 1.5);
            case ATAN -> -2 * a / ((1 + a * a) * (1 + a * a));
            case TANH -> -2 * v * (1 - v) * (1 + v);
            case SIGMOID -> v * Values.sigmoid(-a) * (1 - 2 * v);
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, POWER, MIN, MAX ->
                throw new IllegalArgumentException(operation + " has two operands");
        };
    }

    /** @param rights how many of the two derivatives are by the right operand */
    private static double binary(Operation operation, int rights, double a, double b, double v) {
        return switch (operation) {
            case ADD, SUBTRACT, MIN, MAX -> 0;
            case MULTIPLY -> rights == 1 ? 1 : 0;
            case DIVIDE -> quotient(rights, b, v);
            case POWER -> power(rights, a, b, v);
            case NEGATE, LN, EXP, SQRT, SIN, COS, TAN, ASIN, ACOS, ATAN, SINH, COSH, TANH, SIGMOID, RELU, ABS ->
                throw new IllegalArgumentException(operation + " has one operand");
        };
    }

    /** ∂²(a/b): 0 by a twice, −1/b² mixed, 2a/b³ by b twice. */
    private static double quotient(int rights, double b, double v) {
        return switch (rights) {
            case 0 -> 0;
            case 1 -> -1 / (b * b);
            default -> 2 * v / (b * b);
        };
    }

    /** ∂²aᵇ: b(b − 1)aᵇ⁻² by a twice, aᵇ⁻¹(1 + b ln a) mixed, aᵇ ln² a by b twice. */
    private static double power(int rights, double a, double b, double v) {
        return switch (rights) {
            case 0 -> b == 0 || b == 1 ? 0 : b * (b - 1) * Math.pow(a, b - 2);
            case 1 -> Math.pow(a, b - 1) * (1 + b * Math.log(a));
            default -> a == 0 && b > 0 ? 0 : v * Math.log(a) * Math.log(a);
        };
    }
}
