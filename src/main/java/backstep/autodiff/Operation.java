package backstep.autodiff;

/** The elementary operations of a Wengert list. Each has a value, partial derivatives, a diagnosis, a formula and words. */
public enum Operation {
    ADD(2),
    SUBTRACT(2),
    MULTIPLY(2),
    DIVIDE(2),
    POWER(2),
    MIN(2),
    MAX(2),
    NEGATE(1),
    LN(1),
    EXP(1),
    SQRT(1),
    SIN(1),
    COS(1),
    TAN(1),
    ASIN(1),
    ACOS(1),
    ATAN(1),
    SINH(1),
    COSH(1),
    TANH(1),
    SIGMOID(1),
    RELU(1),
    ABS(1);

    private final int arity;

    Operation(int arity) {
        this.arity = arity;
    }

    /** {@return how many operands it takes: 1 or 2} */
    public int arity() {
        return arity;
    }
}
