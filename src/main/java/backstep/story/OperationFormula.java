package backstep.story;

import backstep.autodiff.Operation;

/** How each elementary operation is written. */
final class OperationFormula {

    private OperationFormula() {}

    /**
     * {@return the operation applied to its operands, as LaTeX}
     *
     * @param b the right operand, ignored by operations that take one
     */
    static String of(Operation operation, Term a, Term b) {
        return switch (operation) {
            case ADD -> a.latex() + " + " + b.grouped();
            case SUBTRACT -> a.latex() + " - " + b.grouped();
            case MULTIPLY -> a.latex() + " \\times " + b.grouped();
            case DIVIDE -> a.latex() + " / " + b.grouped();
            case POWER -> "{" + a.grouped() + "}^{" + b.latex() + "}";
            case MIN -> "\\min(" + a.latex() + ",\\, " + b.latex() + ")";
            case MAX -> "\\max(" + a.latex() + ",\\, " + b.latex() + ")";
            case NEGATE -> "-" + a.grouped();
            case LN -> function("\\ln", a);
            case EXP -> "e^{" + a.latex() + "}";
            case SQRT -> "\\sqrt{" + a.latex() + "}";
            case SIN -> function("\\sin", a);
            case COS -> function("\\cos", a);
            case TAN -> function("\\tan", a);
            case ASIN -> function("\\arcsin", a);
            case ACOS -> function("\\arccos", a);
            case ATAN -> function("\\arctan", a);
            case SINH -> function("\\sinh", a);
            case COSH -> function("\\cosh", a);
            case TANH -> function("\\tanh", a);
            case SIGMOID -> "\\sigma(" + a.latex() + ")";
            case RELU -> "\\operatorname{relu}(" + a.latex() + ")";
            case ABS -> "\\lvert " + a.latex() + " \\rvert";
        };
    }

    /** {@return the sign in the circle of a graph's node; {@code a} and {@code b} are empty unless constant} */
    static String sign(Operation operation, String a, String b) {
        return switch (operation) {
            case ADD -> a + "+" + b;
            case SUBTRACT -> a + "-" + b;
            case MULTIPLY -> a + "\\times" + b;
            case DIVIDE -> a + "/" + b;
            case POWER -> (a.isEmpty() ? "\\square" : a) + "^{" + (b.isEmpty() ? "\\square" : b) + "}";
            case MIN -> "\\min";
            case MAX -> "\\max";
            case NEGATE -> "-";
            case EXP -> "\\exp";
            case SQRT -> "\\sqrt{\\,\\cdot\\,}";
            case SIGMOID -> "\\sigma";
            case RELU -> "\\operatorname{relu}";
            case ABS -> "\\lvert\\cdot\\rvert";
            case LN, SIN, COS, TAN, SINH, COSH, TANH -> "\\" + operation.name().toLowerCase(java.util.Locale.ROOT);
            case ASIN -> "\\arcsin";
            case ACOS -> "\\arccos";
            case ATAN -> "\\arctan";
        };
    }

    private static String function(String name, Term a) {
        return a.compound() ? name + "(" + a.latex() + ")" : name + " " + a.latex();
    }
}
