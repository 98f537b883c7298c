package backstep.training;

import backstep.linalg.Matrix;
import backstep.network.BatchNorm;
import backstep.network.Recording;
import backstep.training.Divergence.Quantity;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;

/** Looks through the numbers of an update, in the order in which they are computed, for the first that is not finite. */
final class FirstNonFinite {

    /**
     * Where it is.
     *
     * @param layer l; the output layer for a loss
     * @param unit from 1
     * @param column from 0, of numbers that have one
     * @param example of the batch, from 1, of numbers that belong to one
     */
    record Place(Quantity quantity, int layer, int unit, OptionalInt column, OptionalInt example, double value) {}

    private final Recording recording;
    private final Moment after;
    private final int depth;

    /**
     * Looks at one update.
     *
     * @param recording of its batch with the weights before it
     * @param after the moment after it
     */
    FirstNonFinite(Recording recording, Moment after) {
        this.recording = recording;
        this.after = after;
        depth = recording.network().depth();
    }

    /** {@return the first number that is not finite} */
    Optional<Place> find() {
        return forward()
                .or(this::loss)
                .or(() -> backwards(depth + 1, 2, l -> ofExamples(Quantity.DELTA, l, recording.delta(l), 0)))
                .or(() -> backwards(
                        depth,
                        1,
                        l -> ofWeights(Quantity.SUM, l, recording.sum(l))
                                .or(() -> ofWeights(Quantity.D, l, recording.d(l)))))
                .or(this::afterwards);
    }

    private Optional<Place> forward() {
        for (int l = 2; l <= depth + 1; l++) {
            int layer = l;
            Optional<Place> place = ofBatch(l)
                    .or(() -> ofExamples(Quantity.Z, layer, recording.z(layer), 0))
                    .or(() -> ofExamples(Quantity.A, layer, recording.a(layer), 1));
            if (place.isPresent()) {
                return place;
            }
        }
        return Optional.empty();
    }

    /** A channel that is infinitely wide is normalised to numbers that are finite. */
    private Optional<Place> ofBatch(int l) {
        return isNormalised(l)
                ? ofChannels(l, recording.moments(l))
                        .or(() -> ofChannels(l, after.theta().running().get(l - 2)))
                : Optional.empty();
    }

    private boolean isNormalised(int l) {
        return recording.network().layer(l) instanceof BatchNorm;
    }

    /** @param moments mean and variance of each channel [C × 2] */
    private static Optional<Place> ofChannels(int l, Matrix moments) {
        return ofWeights(Quantity.MEAN, l, moments)
                .map(place -> new Place(
                        place.column().equals(OptionalInt.of(0)) ? Quantity.MEAN : Quantity.VARIANCE,
                        l,
                        place.unit(),
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        place.value()));
    }

    private Optional<Place> loss() {
        Optional<Place> loss = ofExamples(Quantity.LOSS, depth + 1, recording.losses(), 0);
        if (loss.isPresent() || Double.isFinite(recording.cost())) {
            return loss;
        }
        return Optional.of(
                new Place(Quantity.COST, depth + 1, 1, OptionalInt.empty(), OptionalInt.empty(), recording.cost()));
    }

    private Optional<Place> afterwards() {
        return backwards(
                depth,
                1,
                l -> memory(l, after.state().first())
                        .or(() -> memory(l, after.state().second()))
                        .or(() -> ofWeights(Quantity.THETA, l, after.theta().matrix(l))));
    }

    private static Optional<Place> memory(int l, List<Matrix> memory) {
        return memory.isEmpty() ? Optional.empty() : ofWeights(Quantity.MEMORY, l, memory.get(l - 1));
    }

    /** @param firstUnit the column of unit 1 */
    private static Optional<Place> ofExamples(Quantity quantity, int l, Matrix numbers, int firstUnit) {
        for (int e = 0; e < numbers.rows(); e++) {
            for (int i = 0; i < numbers.columns(); i++) {
                if (!Double.isFinite(numbers.at(e, i))) {
                    int unit = i - firstUnit + 1;
                    return Optional.of(
                            new Place(quantity, l, unit, OptionalInt.empty(), OptionalInt.of(e + 1), numbers.at(e, i)));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Place> ofWeights(Quantity quantity, int l, Matrix numbers) {
        for (int i = 0; i < numbers.rows(); i++) {
            for (int j = 0; j < numbers.columns(); j++) {
                if (!Double.isFinite(numbers.at(i, j))) {
                    return Optional.of(
                            new Place(quantity, l, i + 1, OptionalInt.of(j), OptionalInt.empty(), numbers.at(i, j)));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Place> backwards(int from, int to, IntFunction<Optional<Place>> ofLayer) {
        for (int l = from; l >= to; l--) {
            Optional<Place> place = ofLayer.apply(l);
            if (place.isPresent()) {
                return place;
            }
        }
        return Optional.empty();
    }
}
