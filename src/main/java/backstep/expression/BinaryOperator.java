package backstep.expression;

/** The operators that stand between two operands. */
public enum BinaryOperator {
    /** left + right. */
    ADD("+", Strength.SUM),
    /** left − right. */
    SUBTRACT("-", Strength.SUM),
    /** left · right. */
    MULTIPLY("*", Strength.PRODUCT),
    /** left / right. */
    DIVIDE("/", Strength.PRODUCT),
    /** left to the power of right; associates to the right, and binds tighter than a minus sign before it. */
    POWER("^", Strength.POWER);

    private final String symbol;
    private final Strength strength;

    BinaryOperator(String symbol, Strength strength) {
        this.symbol = symbol;
        this.strength = strength;
    }

    /** {@return the character that the grammar gives it} */
    public String symbol() {
        return symbol;
    }

    Strength strength() {
        return strength;
    }

    /** {@return the operator written {@code symbol}} */
    static BinaryOperator of(String symbol) {
        return switch (symbol) {
            case "+" -> ADD;
            case "-" -> SUBTRACT;
            case "*" -> MULTIPLY;
            case "/" -> DIVIDE;
            case "^" -> POWER;
            default -> throw new IllegalArgumentException("no operator is written " + symbol);
        };
    }
}
