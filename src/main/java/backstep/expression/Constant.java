package backstep.expression;

import java.util.Map;
import java.util.Optional;

/** The numbers that an expression may use by name. */
public enum Constant {
    /** π, the circumference of a circle over its diameter. */
    PI("pi", Math.PI, "\\pi"),
    /** e, the base of the natural logarithm. */
    E("e", Math.E, "e");

    private static final Map<String, Constant> BY_SPELLING = Map.of(PI.spelling, PI, E.spelling, E);

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

    /** {@return the constant that the grammar calls {@code name}, if there is one} */
    static Optional<Constant> of(String name) {
        return Optional.ofNullable(BY_SPELLING.get(name));
    }
}
