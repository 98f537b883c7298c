package backstep.data;

import backstep.linalg.Matrix;
import java.util.Locale;

/** What the targets of a data set say. */
public enum Kind {
    /** One of two classes, as one number: 0 or 1. */
    BINARY,
    /** One of several classes, as one number each: 1 for the class it is, 0 for the others. */
    CLASSES,
    /** Any numbers. */
    REGRESSION;

    /** {@return the name of the kind in documents} */
    public String spelling() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return the first kind that these targets [n × K] can be} */
    static Kind of(Matrix y) {
        if (BINARY.fits(y)) {
            return BINARY;
        }
        return CLASSES.fits(y) ? CLASSES : REGRESSION;
    }

    /** {@return whether targets [n × K] can be of this kind} */
    boolean fits(Matrix y) {
        return switch (this) {
            case BINARY -> y.columns() == 1 && isZeroOrOne(y);
            case CLASSES -> y.columns() >= 2 && isZeroOrOne(y) && eachRowHasASingleOne(y);
            case REGRESSION -> true;
        };
    }

    /** {@return how many names a data set of this kind has for its K outputs: one a class, or one a number} */
    int names(int outputs) {
        return switch (this) {
            case BINARY -> 2;
            case CLASSES, REGRESSION -> outputs;
        };
    }

    private static boolean isZeroOrOne(Matrix y) {
        for (double number : y.toArray()) {
            if (number != 0 && number != 1) {
                return false;
            }
        }
        return true;
    }

    private static boolean eachRowHasASingleOne(Matrix y) {
        for (double[] row : y.toRows()) {
            double sum = 0;
            for (double number : row) {
                sum += number;
            }
            if (sum != 1) {
                return false;
            }
        }
        return true;
    }
}
