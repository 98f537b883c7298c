package backstep.training.diagnosis;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers in sentences. */
final class Words {

    private static final double LARGE = 1e6;
    private static final double SMALL = 1e-4;

    private Words() {}

    /** {@return three digits of it} */
    static String number(double value) {
        if (!Double.isFinite(value) || value == 0) {
            return value == 0 ? "0" : Double.toString(value);
        }
        double size = Math.abs(value);
        return size >= LARGE || size < SMALL
                ? String.format(Locale.ROOT, "%.1e", value)
                : new BigDecimal(value)
                        .round(new MathContext(3))
                        .stripTrailingZeros()
                        .toPlainString();
    }

    /** {@return two digits of a number that is chosen, not measured} */
    static double rounded(double value) {
        return value == 0 || !Double.isFinite(value)
                ? value
                : new BigDecimal(value).round(new MathContext(2)).doubleValue();
    }

    /** {@return a share in percent} */
    static String percent(double share) {
        return number(100 * share) + " %";
    }
}
