package backstep.benchmark.gpu;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Measured numbers as they stand in tables: three digits, with the prefix of the unit. */
final class Numerals {

    private static final int DIGITS = 3;
    private static final String[] LARGE = {"", "k", "M", "G", "T", "P"};
    private static final String[] SMALL = {"", "m", "µ", "n"};

    private Numerals() {}

    /** {@return such as 12.3 TB/s of 1.23e13 and B/s} */
    static String large(double number, String unit) {
        int power = 0;
        double rounded = rounded(number);
        while (rounded >= 1000 && power < LARGE.length - 1) {
            rounded = rounded(rounded / 1000);
            power++;
        }
        return digits(rounded) + " " + LARGE[power] + unit;
    }

    /** {@return such as 12.3 µs of 1.23e-5} */
    static String seconds(double number) {
        int power = 0;
        double rounded = rounded(number);
        while (rounded < 1 && power < SMALL.length - 1) {
            rounded = rounded(rounded * 1000);
            power++;
        }
        return digits(rounded) + " " + SMALL[power] + "s";
    }

    /** {@return such as 0.123 of 0.12345} */
    static String digits(double number) {
        return BigDecimal.valueOf(number)
                .round(new MathContext(DIGITS))
                .stripTrailingZeros()
                .toPlainString();
    }

    /** {@return such as 45 % of 0.4512} */
    static String share(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }

    private static double rounded(double number) {
        return BigDecimal.valueOf(number).round(new MathContext(DIGITS)).doubleValue();
    }
}
