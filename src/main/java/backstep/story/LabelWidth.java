package backstep.story;

/** Guesses how wide the label of an edge is, from what is written on it. */
final class LabelWidth {

    private static final double GLYPH = 8.5;
    private static final double NUMBER = 54;
    private static final double PADDING = 14;

    private LabelWidth() {}

    /** {@return the width in CSS pixels of the derivative and, unless it is a number itself, its value} */
    static double of(DerivativeFormula derivative) {
        String latex = derivative.inline();
        return PADDING + GLYPH * glyphs(latex) + (latex.matches("-?[0-9.]+") ? 0 : NUMBER);
    }

    /** {@return how many glyphs the formula has, a subscript counted as half a one} */
    private static double glyphs(String latex) {
        String shown = latex.replaceAll("\\\\(operatorname|frac|sqrt|left|right|,|;)", "")
                .replaceAll("\\\\([a-z]{1,4})[a-z]*", "$1")
                .replaceAll("_\\{(-?\\d)(\\d*)\\}", "$2,")
                .replaceAll("[{}^ \\\\]", "");
        return shown.length();
    }
}
