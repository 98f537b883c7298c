package backstep.training;

import backstep.linalg.Precision;

/**
 * An entry of a matrix that two engines computed.
 *
 * @param layer l
 * @param row i, from 1
 * @param column j, from 0
 * @param one what the one made of it
 * @param other what the other made of it
 */
public record Apart(int layer, int row, int column, double one, double other) {

    /** {@return other − one, 0 where they are the same} */
    public double difference() {
        return isSame() ? 0 : other - one;
    }

    /** {@return |other − one| / max(|one|, |other|), 0 where they are the same; not a number where one of them is none} */
    public double relative() {
        return isSame() ? 0 : Math.abs(other - one) / Math.max(Math.abs(one), Math.abs(other));
    }

    /** {@return |other − one| in units in the last place of the larger of them, in a precision} */
    public double ulps(Precision precision) {
        return isSame() ? 0 : Math.abs(other - one) / precision.ulp(Math.max(Math.abs(one), Math.abs(other)));
    }

    private boolean isSame() {
        return one == other || Double.isNaN(one) && Double.isNaN(other);
    }
}
