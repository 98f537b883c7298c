package backstep.story;

import backstep.autodiff.Operation;

/** What each elementary operation is called, and what its derivative does to an adjoint. */
final class OperationWords {

    private OperationWords() {}

    /** {@return the noun, such as sine} */
    static String noun(Operation operation) {
        return switch (operation) {
            case ADD -> "sum";
            case SUBTRACT -> "difference";
            case MULTIPLY -> "product";
            case DIVIDE -> "quotient";
            case POWER -> "power";
            case MIN -> "minimum";
            case MAX -> "maximum";
            case NEGATE -> "negative";
            case LN -> "logarithm";
            case EXP -> "exponential";
            case SQRT -> "square root";
            case SIN -> "sine";
            case COS -> "cosine";
            case TAN -> "tangent function";
            case ASIN -> "arcsine";
            case ACOS -> "arccosine";
            case ATAN -> "arctangent";
            case SINH -> "hyperbolic sine";
            case COSH -> "hyperbolic cosine";
            case TANH -> "hyperbolic tangent";
            case SIGMOID -> "sigmoid";
            case RELU -> "rectifier";
            case ABS -> "absolute value";
        };
    }

    /** {@return the sign of the operation as it is read aloud, between or before its operands} */
    static String sign(Operation operation) {
        return switch (operation) {
            case ADD -> "plus";
            case SUBTRACT -> "minus";
            case MULTIPLY -> "times";
            case DIVIDE -> "divided by";
            case POWER -> "to the power of";
            case NEGATE -> "minus";
            case MIN, MAX, LN, EXP, SQRT, SIN, COS, TAN, ASIN, ACOS, ATAN, SINH, COSH, TANH, SIGMOID, RELU, ABS ->
                noun(operation);
        };
    }

    /** {@return the operation applied to operands that are read aloud} */
    static String spoken(Operation operation, String a, String b) {
        return switch (operation) {
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, POWER -> a + " " + sign(operation) + " " + b;
            case MIN, MAX -> "the " + noun(operation) + " of " + a + " and " + b;
            case NEGATE -> "minus " + a;
            case LN, EXP, SQRT, SIN, COS, TAN, ASIN, ACOS, ATAN, SINH, COSH, TANH, SIGMOID, RELU, ABS ->
                "the " + noun(operation) + " of " + a;
        };
    }

    /** {@return what vᵢ is, with places for the operands that are variables} */
    static String whyValue(Operation operation) {
        return switch (operation) {
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, POWER, MIN, MAX ->
                "Both operands are known, so their " + noun(operation) + " can be taken.";
            case NEGATE -> "The operand is known, so its sign can be changed.";
            case LN, EXP, SQRT, SIN, COS, TAN, ASIN, ACOS, ATAN, SINH, COSH, TANH, SIGMOID, RELU, ABS ->
                "The operand is known, so its " + noun(operation) + " can be taken.";
        };
    }

    /** {@return what the operation does to an adjoint on its way to operand k} */
    static String whyAdjoint(Operation operation, int k) {
        return switch (operation) {
            case ADD -> "A sum grows as fast as each of its terms, so it hands its adjoint on unchanged.";
            case SUBTRACT ->
                k == 0
                        ? "A difference grows as fast as its first term, so it hands its adjoint on unchanged."
                        : "A difference falls as its second term grows, so it hands its adjoint on with the sign changed.";
            case MULTIPLY ->
                "A product grows with one factor at the rate of the other, so the adjoint is multiplied by that one.";
            case DIVIDE ->
                k == 0
                        ? "A quotient grows with its numerator at one over the denominator, so the adjoint is divided by it."
                        : "A quotient falls as its denominator grows, so the adjoint is multiplied by a negative slope.";
            case POWER ->
                k == 0
                        ? "A power grows with its base at the exponent times the next lower power."
                        : "A power grows with its exponent at the power times the logarithm of the base.";
            case MIN -> "A minimum follows its smaller operand alone, so that one gets the whole adjoint.";
            case MAX -> "A maximum follows its larger operand alone, so that one gets the whole adjoint.";
            case NEGATE -> "A negative falls as its operand grows, so it hands its adjoint on with the sign changed.";
            case LN -> "The slope of the logarithm is one over its operand, so the adjoint is divided by it.";
            case EXP -> "The exponential is its own slope, so the adjoint is multiplied by the value itself.";
            case SQRT -> "The slope of a square root is one over twice its value, so the adjoint is divided by that.";
            case SIN -> "The slope of the sine is the cosine, so the adjoint is multiplied by it.";
            case COS -> "The slope of the cosine is minus the sine, so the adjoint is multiplied by that.";
            case TAN ->
                "The slope of the tangent function is one plus its square, so the adjoint is multiplied by that.";
            case ASIN, ACOS, ATAN ->
                "The slope of an " + noun(operation)
                        + " follows from its operand alone; the adjoint is multiplied by it.";
            case SINH ->
                "The slope of the hyperbolic sine is the hyperbolic cosine, so the adjoint is multiplied by it.";
            case COSH ->
                "The slope of the hyperbolic cosine is the hyperbolic sine, so the adjoint is multiplied by it.";
            case TANH -> "The slope of the hyperbolic tangent is one minus its square: near zero where it saturates.";
            case SIGMOID ->
                "The slope of the sigmoid is its value times one minus its value: near zero where it saturates.";
            case RELU -> "A rectifier hands its adjoint on where its operand is positive, and nothing elsewhere.";
            case ABS -> "An absolute value hands its adjoint on with the sign of its operand.";
        };
    }
}
