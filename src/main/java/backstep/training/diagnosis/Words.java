package backstep.training.diagnosis;

import backstep.training.WrittenNumber;
import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers in sentences. */
final class Words {

    private Words() {}

    /** {@return three digits of it} */
    static String number(double value) {
        return WrittenNumber.of(value);
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
