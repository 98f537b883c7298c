package backstep.server;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The same update, computed by two engines.
 *
 * @param iteration k, the update
 * @param lenses what the reference can be held against on this machine
 * @param reference what is held against
 * @param other what it is held against
 * @param why why numbers differ, in sentences
 * @param largest the weight that is most apart; null where every bit is the same
 * @param matrices Θ and D of each layer that has weights
 */
record DifferenceAnswer(
        int iteration,
        List<LensAnswer> lenses,
        LensAnswer reference,
        LensAnswer other,
        String why,
        @Nullable ApartAnswer largest,
        List<MatrixAnswer> matrices) {

    /**
     * An engine.
     *
     * @param name in a request
     * @param title for a reader
     */
    record LensAnswer(String name, String title) {}

    /**
     * An entry that differs.
     *
     * @param address of it
     * @param difference other − reference
     * @param relative |difference| / max(|reference|, |other|)
     * @param ulps |difference| in units in the last place of the coarser precision
     */
    record ApartAnswer(
            String address, double reference, double other, double difference, double relative, double ulps) {}

    /**
     * A matrix.
     *
     * @param address of it, such as Theta.1
     * @param differing how many entries differ
     * @param distance ‖other − reference‖
     * @param largest the entry that is most apart; null where every bit is the same
     * @param mostApart the entries that are most apart, the first the most
     * @param reference its entries by the reference; left out where they were not asked for, or are too many
     * @param other its entries by the other
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MatrixAnswer(
            String address,
            int rows,
            int columns,
            int differing,
            double distance,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            ApartAnswer largest,

            List<ApartAnswer> mostApart,
            double @Nullable [][] reference,
            double @Nullable [][] other) {}
}
