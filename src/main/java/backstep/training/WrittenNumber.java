package backstep.training;

import java.math.BigDecimal;
import java.math.MathContext;

/** A number as a sentence has it: three digits, and a power of ten where it is very large or very small. */
public final class WrittenNumber {

    private static final double LARGE = 1e6;
    private static final double SMALL = 1e-4;
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private WrittenNumber() {}

    /** {@return the number in three digits: 0.0251, 12.4, 2.2 × 10⁻¹², 10⁶} */
    public static String of(double value) {
        if (Double.isNaN(value)) {
            return "not a number";
        }
        String sign = value < 0 ? "−" : "";
        double size = Math.abs(value);
        return sign + (Double.isInfinite(size) ? "infinity" : size == 0 ? "0" : digits(size));
    }

    private static String digits(double size) {
        boolean isScientific = size >= LARGE || size < SMALL;
        BigDecimal rounded = new BigDecimal(size)
                .round(new MathContext(isScientific ? 2 : 3))
                .stripTrailingZeros();
        return isScientific ? scientific(rounded) : rounded.toPlainString();
    }

    private static String scientific(BigDecimal number) {
        int exponent = number.precision() - number.scale() - 1;
        BigDecimal mantissa = number.movePointLeft(exponent).stripTrailingZeros();
        String factor = mantissa.compareTo(BigDecimal.ONE) == 0 ? "" : mantissa.toPlainString() + " × ";
        return factor + "10" + superscript(exponent);
    }

    private static String superscript(int exponent) {
        StringBuilder text = new StringBuilder(exponent < 0 ? "⁻" : "");
        Integer.toString(Math.abs(exponent)).chars().forEach(digit -> text.append(SUPERSCRIPTS.charAt(digit - '0')));
        return text.toString();
    }
}
