package backstep.linalg;

import java.util.Locale;

/** How finely an engine computes: the numbers that its matrices can hold (IEEE 754, binary64 and binary32). */
public enum Precision {
    /** Double precision: 53 significant bits, about 16 decimal digits. */
    FLOAT64(0x1p-53),
    /** Single precision: 24 significant bits, about 7 decimal digits. */
    FLOAT32(0x1p-24);

    private final double unitRoundoff;

    Precision(double unitRoundoff) {
        this.unitRoundoff = unitRoundoff;
    }

    /** {@return u: one operation on normal numbers is right up to the relative error u} */
    public double unitRoundoff() {
        return unitRoundoff;
    }

    /** {@return the nearest number that a matrix can hold; of two equally near ones the even} */
    public double round(double number) {
        return this == FLOAT32 ? (float) number : number;
    }

    /** {@return how far the next larger number that a matrix can hold is away from |number|} */
    public double ulp(double number) {
        return this == FLOAT32 ? Math.ulp((float) number) : Math.ulp(number);
    }

    /** {@return the name in documents, such as float64} */
    public String spelling() {
        return name().toLowerCase(Locale.ROOT);
    }
}
