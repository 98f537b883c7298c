package backstep.story;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Writes numbers for people: whole numbers whole, others with a fixed number of decimals, very small and very large ones as
 * 4 × 10⁻¹⁰. Rounds what is written, half away from zero, and never what is computed.
 */
public final class Numerals {

    private static final double LARGEST = 99_999;

    /** Of a constant that is written as it was given. */
    private static final int MOST_DECIMALS = 6;

    private final Notation notation;

    /** Writes in a notation. */
    public Numerals(Notation notation) {
        this.notation = notation;
    }

    /** {@return the number as LaTeX, with its colour where the notation marks} */
    public String latex(double number) {
        return coloured(number, bareLatex(number));
    }

    /** {@return a constant that is not negative as LaTeX with all its decimals, such as 0.999, unless they are many} */
    public String constantLatex(BigDecimal constant) {
        BigDecimal bare = constant.stripTrailingZeros();
        double number = bare.doubleValue();
        return bare.scale() > MOST_DECIMALS || number > LARGEST
                ? latex(number)
                : coloured(number, closed(marked(bare.toPlainString())));
    }

    private String coloured(double number, String text) {
        return notation.marks() ? "\\htmlClass{num " + sign(number) + "}{" + text + "}" : text;
    }

    /** {@return the number as plain text, with a true minus sign} */
    public String plain(double number) {
        return written(number, "not a number", "∞", "−", " × 10^").replace("^-", "^−");
    }

    /** {@return the number as it is read aloud} */
    public String spoken(double number) {
        return written(number, "not a number", "infinity", "minus ", " times 10 to the ")
                .replace("the -", "the minus ");
    }

    /** {@return whether the number needs parentheses as an operand: it has a sign of its own, or is a product} */
    public boolean isCompound(double number) {
        return number < 0 || isScientific(number) || Double.isNaN(number);
    }

    private String bareLatex(double number) {
        String text = written(number, "\\text{not a number}", "\\infty", "-", " \\times 10^{");
        return closed(text.contains("10^{") ? text + "}" : text);
    }

    /** Without the space that LaTeX puts behind a comma. */
    private String closed(String text) {
        return notation.decimalMark() == Notation.DecimalMark.COMMA ? text.replace(",", "{,}") : text;
    }

    private String written(double number, String notANumber, String infinity, String minus, String timesTenTo) {
        if (Double.isNaN(number)) {
            return notANumber;
        }
        String sign = number < 0 ? minus : "";
        double size = Math.abs(number);
        return sign + (Double.isInfinite(size) ? infinity : digits(size, timesTenTo));
    }

    private String digits(double size, String timesTenTo) {
        if (isScientific(size)) {
            return scientific(size, timesTenTo);
        }
        return size == Math.rint(size) ? Long.toString((long) size) : marked(fixed(new BigDecimal(size)));
    }

    private boolean isScientific(double number) {
        double size = Math.abs(number);
        return Double.isFinite(size)
                && size != 0
                && (size > LARGEST || size < 0.5 * Math.pow(10, -notation.decimals()));
    }

    private String fixed(BigDecimal size) {
        return size.setScale(notation.decimals(), RoundingMode.HALF_UP).toPlainString();
    }

    /** {@return d.dd × 10ⁿ with as many digits as there are decimals, zeros at the end left out} */
    private String scientific(double size, String timesTenTo) {
        BigDecimal rounded =
                new BigDecimal(size).round(new java.math.MathContext(notation.decimals(), RoundingMode.HALF_UP));
        int exponent = rounded.precision() - rounded.scale() - 1;
        String mantissa = rounded.movePointLeft(exponent).stripTrailingZeros().toPlainString();
        return marked(mantissa) + timesTenTo + exponent;
    }

    private String marked(String digits) {
        return notation.decimalMark() == Notation.DecimalMark.COMMA ? digits.replace('.', ',') : digits;
    }

    private static String sign(double number) {
        if (Double.isNaN(number)) {
            return "zero";
        }
        return number < 0 ? "neg" : number > 0 ? "pos" : "zero";
    }
}
