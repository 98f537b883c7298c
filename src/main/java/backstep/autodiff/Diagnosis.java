package backstep.autodiff;

import backstep.autodiff.Flag.Kind;
import java.util.Optional;

/**
 * Says where a computation first stops being finite, and where a derivative is a convention. A line whose operands are
 * already not finite is a consequence, and is not diagnosed.
 */
final class Diagnosis {

    private Diagnosis() {}

    /** {@return what is to be said of the value v of an operation at (a, b)} */
    static Optional<Flag> ofValue(Operation operation, double a, double b, double v) {
        if (!Values.finite(operation, a, b)) {
            return Optional.empty();
        }
        if (Double.isFinite(v)) {
            return corner(operation, a, b);
        }
        return Optional.of(domain(operation, a, b).orElseGet(() -> overflow(Wording.of(operation, a, b))));
    }

    /** {@return what is to be said of the local derivative by operand k, where the value v is finite} */
    static Optional<Flag> ofPartial(Operation operation, int k, double a, double b, double v) {
        if (!Values.finite(operation, a, b) || !Double.isFinite(v)) {
            return Optional.empty();
        }
        double partial = Partials.of(operation, k, a, b, v);
        return Double.isFinite(partial) ? corner(operation, a, b) : Optional.of(steep(operation, k, a, b));
    }

    /** {@return what is to be said of a product or sum that is not finite although everything it reads is} */
    static Flag overflow(String what) {
        return new Flag(
                Kind.OVERFLOW, what + " is larger than 1.8 × 10³⁰⁸, the largest number that a double can hold.");
    }

    /** {@return the corner of the operation at (a, b), with the convention used there} */
    private static Optional<Flag> corner(Operation operation, double a, double b) {
        return switch (operation) {
            case ABS -> corner(a == 0, "|x| has a corner at 0; its derivative there is taken as 0.");
            case RELU -> corner(a == 0, "relu has a corner at 0; its derivative there is taken as 0.");
            case MIN, MAX ->
                corner(
                        a == b,
                        operation.name().toLowerCase(java.util.Locale.ROOT)
                                + " has a corner where its operands are equal; each gets half of the derivative.");
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, POWER, NEGATE, LN, EXP, SQRT -> Optional.empty();
            case SIN, COS, TAN, ASIN, ACOS, ATAN, SINH, COSH, TANH, SIGMOID -> Optional.empty();
        };
    }

    private static Optional<Flag> corner(boolean here, String reason) {
        return here ? Optional.of(new Flag(Kind.NOT_DIFFERENTIABLE, reason)) : Optional.empty();
    }

    /** {@return the domain that (a, b) is outside of} */
    private static Optional<Flag> domain(Operation operation, double a, double b) {
        return switch (operation) {
            case LN -> domain(a <= 0, "ln needs a positive number, was " + Wording.of(a) + ".");
            case SQRT -> domain(a < 0, "A square root needs a number that is not negative, was " + Wording.of(a) + ".");
            case ASIN, ACOS ->
                domain(
                        true,
                        operation.name().toLowerCase(java.util.Locale.ROOT) + " needs a number from −1 to 1, was "
                                + Wording.of(a) + ".");
            case DIVIDE -> domain(b == 0, "A number cannot be divided by 0.");
            case POWER -> power(a, b);
            case ADD, SUBTRACT, MULTIPLY, MIN, MAX, NEGATE, EXP, SIN, COS, TAN -> Optional.empty();
            case ATAN, SINH, COSH, TANH, SIGMOID, RELU, ABS -> Optional.empty();
        };
    }

    private static Optional<Flag> power(double a, double b) {
        if (a == 0) {
            return domain(b < 0, "0 has no negative power: that would divide by 0.");
        }
        return domain(
                a < 0 && b != Math.rint(b),
                "A negative number has no power that is not whole: " + Wording.of(Operation.POWER, a, b) + ".");
    }

    private static Optional<Flag> domain(boolean outside, String reason) {
        return outside ? Optional.of(new Flag(Kind.DOMAIN, reason)) : Optional.empty();
    }

    /** {@return why a local derivative is not finite where the value is} */
    private static Flag steep(Operation operation, int k, double a, double b) {
        String what = Wording.of(operation, a, b);
        if (operation == Operation.POWER && k == 1 && a < 0) {
            return new Flag(
                    Kind.DOMAIN, "The derivative of " + what + " by its exponent needs ln(" + Wording.of(a) + ").");
        }
        boolean smooth = operation == Operation.DIVIDE
                || operation == Operation.LN
                || operation == Operation.COSH
                || operation == Operation.SINH
                || (operation == Operation.POWER && a != 0);
        return smooth
                ? overflow("The derivative of " + what)
                : new Flag(
                        Kind.NOT_DIFFERENTIABLE,
                        "The tangent of " + what + " is vertical: its derivative is infinite.");
    }
}
