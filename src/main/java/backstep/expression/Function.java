package backstep.expression;

/** The functions that the grammar knows. {@code log} is another spelling of LN, {@code pow(a, b)} of a ^ b. */
public enum Function {
    LN("ln", 1),
    EXP("exp", 1),
    SIN("sin", 1),
    COS("cos", 1),
    TAN("tan", 1),
    ASIN("asin", 1),
    ACOS("acos", 1),
    ATAN("atan", 1),
    SINH("sinh", 1),
    COSH("cosh", 1),
    TANH("tanh", 1),
    SIGMOID("sigmoid", 1),
    RELU("relu", 1),
    SQRT("sqrt", 1),
    ABS("abs", 1),
    MIN("min", 2),
    MAX("max", 2);

    private final String spelling;
    private final int arity;

    Function(String spelling, int arity) {
        this.spelling = spelling;
        this.arity = arity;
    }

    /** {@return the name under which it is called} */
    public String spelling() {
        return spelling;
    }

    /** {@return how many arguments it takes} */
    public int arity() {
        return arity;
    }
}
