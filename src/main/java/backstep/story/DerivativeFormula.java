package backstep.story;

import backstep.autodiff.Operation;
import java.util.Optional;

/**
 * How the local derivative of an operation is written: as a factor, or as what an adjoint is divided by.
 *
 * @param factor ∂v/∂(operand), where it is no plain reciprocal
 * @param divisor d, where ∂v/∂(operand) = 1/d
 */
record DerivativeFormula(Term factor, Optional<Term> divisor) {

    /**
     * {@return the local derivative by operand k}
     *
     * @param v the value of the operation, in symbols
     */
    static DerivativeFormula of(Operation operation, int k, Term a, Term b, Term v) {
        return k == 0 ? byLeft(operation, a, b, v) : byRight(operation, a, b, v);
    }

    private static DerivativeFormula byLeft(Operation operation, Term a, Term b, Term v) {
        return switch (operation) {
            case ADD, SUBTRACT -> factor("1");
            case MULTIPLY -> factor(b);
            case DIVIDE -> reciprocal(b);
            case POWER -> factor(powerByBase(a, b));
            case MIN -> factor("[" + a.latex() + " < " + b.latex() + "]");
            case MAX -> factor("[" + a.latex() + " > " + b.latex() + "]");
            case NEGATE -> compound("-1");
            case LN -> reciprocal(a);
            case EXP -> factor(v);
            case SQRT -> reciprocal(new Term("2 " + v.latex(), true));
            case SIN -> factor(OperationFormula.of(Operation.COS, a, b));
            case COS -> compound("-" + OperationFormula.of(Operation.SIN, a, b));
            case TAN -> compound("1 + " + squared(v));
            case ASIN -> reciprocal(Term.atom("\\sqrt{1 - " + squared(a) + "}"));
            case ACOS -> compound("-1/\\sqrt{1 - " + squared(a) + "}");
            case ATAN -> reciprocal(new Term("1 + " + squared(a), true));
            case SINH -> factor(OperationFormula.of(Operation.COSH, a, b));
            case COSH -> factor(OperationFormula.of(Operation.SINH, a, b));
            case TANH -> compound("1 - " + squared(v));
            case SIGMOID -> factor(v.latex() + " (1 - " + v.latex() + ")");
            case RELU -> factor("[" + a.latex() + " > 0]");
            case ABS -> factor("\\operatorname{sgn} " + a.latex());
        };
    }

    private static DerivativeFormula byRight(Operation operation, Term a, Term b, Term v) {
        return switch (operation) {
            case ADD -> factor("1");
            case SUBTRACT -> compound("-1");
            case MULTIPLY -> factor(a);
            case DIVIDE -> compound("-" + v.latex() + "/" + b.grouped());
            case POWER -> factor(v.latex() + " \\ln " + a.grouped());
            case MIN -> factor("[" + b.latex() + " < " + a.latex() + "]");
            case MAX -> factor("[" + b.latex() + " > " + a.latex() + "]");
            case NEGATE, LN, EXP, SQRT, SIN, COS, TAN, ASIN, ACOS, ATAN, SINH, COSH, TANH, SIGMOID, RELU, ABS ->
                throw new IllegalArgumentException(operation + " has no right operand");
        };
    }

    /** b aᵇ⁻¹, with the exponent worked out where b is a whole number as it was written. */
    private static String powerByBase(Term a, Term b) {
        if (b.latex().equals("2")) {
            return "2 " + a.grouped();
        }
        boolean whole = b.latex().matches("\\d{1,6}");
        String exponent = whole ? Integer.toString(Integer.parseInt(b.latex()) - 1) : b.latex() + " - 1";
        return b.grouped() + " {" + a.grouped() + "}^{" + exponent + "}";
    }

    private static String squared(Term term) {
        return "{" + term.grouped() + "}^{2}";
    }

    private static DerivativeFormula factor(String latex) {
        return factor(Term.atom(latex));
    }

    private static DerivativeFormula factor(Term term) {
        return new DerivativeFormula(term, Optional.empty());
    }

    private static DerivativeFormula compound(String latex) {
        return factor(new Term(latex, true));
    }

    private static DerivativeFormula reciprocal(Term divisor) {
        return new DerivativeFormula(Term.atom(""), Optional.of(divisor));
    }

    /** {@return the derivative on a line of its own} */
    String displayed() {
        return divisor.map(d -> "\\frac{1}{" + d.latex() + "}").orElse(factor.latex());
    }

    /** {@return the derivative in running text} */
    String inline() {
        return divisor.map(d -> "1/" + d.grouped()).orElse(factor.latex());
    }

    /** {@return an adjoint or tangent times the derivative} */
    String times(String derivative) {
        return divisor.map(d -> derivative + " / " + d.grouped()).orElse(derivative + " \\cdot " + factor.grouped());
    }
}
