package backstep.autodiff;

import java.util.Locale;

/** Writes numbers and operations in a sentence, with the digits that identify them. */
final class Wording {

    private Wording() {}

    /** {@return the number with a true minus sign; whole where it is whole} */
    static String of(double number) {
        boolean whole = number == Math.rint(number) && Math.abs(number) < 1e15;
        String digits = whole ? Long.toString((long) number) : Double.toString(number);
        return digits.replace('-', '−');
    }

    /** {@return the operation with its operands, such as exp(1000) or 0 ^ 0.5} */
    static String of(Operation operation, double a, double b) {
        String sign = switch (operation) {
            case ADD -> " + ";
            case SUBTRACT -> " − ";
            case MULTIPLY -> " × ";
            case DIVIDE -> " / ";
            case POWER -> " ^ ";
            case MIN, MAX, NEGATE, LN, EXP, SQRT, SIN, COS, TAN, ASIN, ACOS -> "";
            case ATAN, SINH, COSH, TANH, SIGMOID, RELU, ABS -> "";
        };
        return sign.isEmpty() ? call(operation, a, b) : operand(a) + sign + operand(b);
    }

    private static String call(Operation operation, double a, double b) {
        String name = operation.name().toLowerCase(Locale.ROOT);
        return name + "(" + of(a) + (operation.arity() == 2 ? ", " + of(b) : "") + ")";
    }

    private static String operand(double number) {
        return number < 0 ? "(" + of(number) + ")" : of(number);
    }
}
