package backstep.autodiff;

/** The value of each elementary operation. */
public final class Values {

    private Values() {}

    /**
     * {@return the value of {@code operation} at (a, b); not finite where an operand is not finite}
     *
     * <p>IEEE arithmetic would let 1/∞ = 0 or tanh ∞ = 1 hide an operand that has lost its value; here what depends on such
     * an operand is not a number.
     *
     * @param b the right operand, ignored by operations that take one
     */
    public static double of(Operation operation, double a, double b) {
        double value = switch (operation) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case POWER -> Math.pow(a, b);
            case MIN -> Math.min(a, b);
            case MAX -> Math.max(a, b);
            case NEGATE -> -a;
            case LN -> Math.log(a);
            case EXP -> Math.exp(a);
            case SQRT -> Math.sqrt(a);
            case SIN -> Math.sin(a);
            case COS -> Math.cos(a);
            case TAN -> Math.tan(a);
            case ASIN -> Math.asin(a);
            case ACOS -> Math.acos(a);
            case ATAN -> Math.atan(a);
            case SINH -> Math.sinh(a);
            case COSH -> Math.cosh(a);
            case TANH -> Math.tanh(a);
            case SIGMOID -> sigmoid(a);
            case RELU -> Math.max(0, a);
            case ABS -> Math.abs(a);
        };
        return finite(operation, a, b) ? value : notFinite(value);
    }

    /** 1/(1 + e⁻ᵃ), written so that the exponential never overflows. */
    static double sigmoid(double a) {
        if (a >= 0) {
            return 1 / (1 + Math.exp(-a));
        }
        double exponential = Math.exp(a);
        return exponential / (1 + exponential);
    }

    /** {@return whether every operand that the operation takes is finite} */
    static boolean finite(Operation operation, double a, double b) {
        return Double.isFinite(a) && (operation.arity() == 1 || Double.isFinite(b));
    }

    private static double notFinite(double value) {
        return Double.isFinite(value) ? Double.NaN : value;
    }
}
