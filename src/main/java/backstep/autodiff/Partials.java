package backstep.autodiff;

/**
 * The local derivatives of each elementary operation: ∂v/∂a by the left or only operand, ∂v/∂b by the right one.
 *
 * <p>Where an operation has a corner the derivative is a convention: 0 for |a| and max(0, a) at 0, and ½ for each side where
 * the operands of min or max are equal.
 */
public final class Partials {

    private Partials() {}

    /**
     * {@return ∂v/∂a for k = 0, ∂v/∂b for k = 1; not finite where it needs an operand that is not finite}
     *
     * @param v the value of the operation at (a, b), which some rules reuse
     */
    public static double of(Operation operation, int k, double a, double b, double v) {
        double partial = k == 0 ? byLeft(operation, a, b, v) : byRight(operation, a, b, v);
        return isConstant(operation) || Values.finite(operation, a, b) || !Double.isFinite(partial)
                ? partial
                : Double.NaN;
    }

    /** {@return whether the local derivatives are the same everywhere, so that they need no operand} */
    static boolean isConstant(Operation operation) {
        return operation == Operation.ADD || operation == Operation.SUBTRACT || operation == Operation.NEGATE;
    }

    /** ∂v/∂a. */
    private static double byLeft(Operation operation, double a, double b, double v) {
        return switch (operation) {
            case ADD, SUBTRACT -> 1;
            case MULTIPLY -> b;
            case DIVIDE -> 1 / b;
            case POWER -> powerByBase(a, b);
            case MIN -> share(a, b);
            case MAX -> share(b, a);
            case NEGATE -> -1;
            case LN -> slopeOfLn(a);
            case EXP -> v;
            case SQRT -> 1 / (2 * v);
            case SIN -> Math.cos(a);
            case COS -> -Math.sin(a);
            case TAN -> 1 + v * v;
            case ASIN -> 1 / Math.sqrt((1 - a) * (1 + a));
            case ACOS -> -1 / Math.sqrt((1 - a) * (1 + a));
            case ATAN -> 1 / (1 + a * a);
            case SINH -> Math.cosh(a);
            case COSH -> Math.sinh(a);
            case TANH -> (1 - v) * (1 + v);
            case SIGMOID -> sigmoidSlope(a, v);
            case RELU -> a > 0 ? 1 : 0;
            case ABS -> Math.signum(a);
        };
    }

    /** ∂v/∂b, for the operations that have a right operand. */
    private static double byRight(Operation operation, double a, double b, double v) {
        return switch (operation) {
            case ADD -> 1;
            case SUBTRACT -> -1;
            case MULTIPLY -> a;
            case DIVIDE -> -v / b;
            case POWER -> powerByExponent(a, b, v);
            case MIN -> share(b, a);
            case MAX -> share(a, b);
            case NEGATE, LN, EXP, SQRT, SIN, COS, TAN, ASIN, ACOS, ATAN, SINH, COSH, TANH, SIGMOID, RELU, ABS ->
                throw new IllegalArgumentException(operation + " has no right operand");
        };
    }

    /** d ln a/da = 1/a; none where ln itself has no value, although 1/a has one. */
    private static double slopeOfLn(double a) {
        return a < 0 ? Double.NaN : 1 / a;
    }

    /** σ′(a) = σ(a)(1 − σ(a)), with 1 − σ(a) as σ(−a) so that nothing cancels. */
    private static double sigmoidSlope(double a, double v) {
        return v * Values.sigmoid(-a);
    }

    /** ∂aᵇ/∂a = b aᵇ⁻¹; 0 where b is 0, whatever a. */
    private static double powerByBase(double a, double b) {
        return b == 0 ? 0 : b * Math.pow(a, b - 1);
    }

    /** ∂aᵇ/∂b = aᵇ ln a; its limit 0 where a is 0 and b positive. */
    private static double powerByExponent(double a, double b, double v) {
        return a == 0 && b > 0 ? 0 : v * Math.log(a);
    }

    /** {@return the derivative of min(mine, other) by mine: 1, 0, or ½ where both are equal} */
    private static double share(double mine, double other) {
        return mine < other ? 1 : mine == other ? 0.5 : 0;
    }
}
