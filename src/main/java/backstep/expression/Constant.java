package backstep.expression;

/** The numbers that an expression may use by name. */
public enum Constant {
    /** π, the circumference of a circle over its diameter. */
    PI("pi", Math.PI, "\\pi"),
    /** e, the base of the natural logarithm. */
    E("e", Math.E, "e");

    private final String spelling;
    private final double value;
    private final String latex;

    Constant(String spelling, double value, String latex) {
        this.spelling = spelling;
        this.value = value;
        this.latex = latex;
    }

    /** {@return the name that the grammar gives it} */
    public String spelling() {
        return spelling;
    }

    /** {@return its nearest double} */
    public double value() {
        return value;
    }

    /** {@return its symbol} */
    public String latex() {
        return latex;
    }
}
