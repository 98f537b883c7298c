package backstep.autodiff;

/** What an operation of a Wengert list works on. */
public sealed interface Operand {

    /**
     * A variable of the list: an input (index ≤ 0) or an intermediate (index ≥ 1).
     *
     * @param index i of vᵢ
     */
    record Variable(int index) implements Operand {}

    /**
     * A number that stands in the formula as it is.
     *
     * @param latex the number as it was written
     */
    record Constant(double value, String latex) implements Operand {}
}
