package backstep.data;

import backstep.linalg.Matrix;
import backstep.network.Batch;
import java.util.Optional;

/**
 * Examples that train, and examples held back to test what was learnt. Both keep the order that they had.
 *
 * @param train at least one example
 * @param test none where nothing is held back
 */
public record Split(Batch train, Optional<Batch> test) {

    /** @throws backstep.network.InvalidNetwork where no example is left to train */
    public Split {
        Claims.require(train.size() >= 1, "data", "must leave at least one example to train");
    }

    /** {@return everything to train, nothing to test} */
    public static Split without(Batch train) {
        return new Split(train, Optional.empty());
    }

    /** {@return the examples at these rows, from 0} */
    static Batch rows(Batch all, int[] rows) {
        return new Batch(rows(all.x(), rows), rows(all.y(), rows));
    }

    private static Matrix rows(Matrix all, int[] rows) {
        double[][] kept = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            kept[i] = all.row(rows[i]);
        }
        return Matrix.ofRows(kept);
    }
}
