package backstep.story;

/**
 * A piece of a formula, and whether it must be put in parentheses where something binds tighter than it.
 *
 * @param latex without parentheses
 * @param compound whether it has a sign of its own, or more than one factor
 */
record Term(String latex, boolean compound) {

    /** {@return a piece that never needs parentheses} */
    static Term atom(String latex) {
        return new Term(latex, false);
    }

    /** {@return the piece, in parentheses where it needs them} */
    String grouped() {
        return compound ? "(" + latex + ")" : latex;
    }
}
