package backstep.expression;

/** The operators that stand between two operands. */
public enum BinaryOperator {
    /** left + right. */
    ADD,
    /** left − right. */
    SUBTRACT,
    /** left · right. */
    MULTIPLY,
    /** left / right. */
    DIVIDE,
    /** left to the power of right; associates to the right, and binds tighter than a minus sign before it. */
    POWER
}
