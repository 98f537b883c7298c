package backstep.training;

import backstep.linalg.MatrixEngine;
import backstep.network.Recording;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * Where a run came to its first number that is infinite or none at all, why, and what to try. Outputs that have rounded to 0 or 1
 * are never why: their losses are computed from z and stay finite.
 *
 * @param update the update in which it happened, from 1
 * @param quantity which kind of number it was
 * @param layer l of z⁽ˡ⁾, a⁽ˡ⁾, δ⁽ˡ⁾, Δ⁽ˡ⁾, D⁽ˡ⁾ or Θ⁽ˡ⁾; the output layer for a loss
 * @param unit the unit, from 1; the channel of a mean and a variance; the row of Δ, D and Θ; 1 for a loss
 * @param column of Δ, D, Θ and what the optimizer remembers of it, from 0
 * @param row the example, as a row of the training set from 0; none for sums over the batch
 * @param value the number itself
 * @param cause why, in a word
 * @param sentence why, in a sentence or two
 * @param remedies what to try, the most promising first
 */
public record Divergence(
        int update,
        Quantity quantity,
        int layer,
        int unit,
        OptionalInt column,
        OptionalInt row,
        double value,
        Cause cause,
        String sentence,
        List<Remedy> remedies) {

    public Divergence {
        remedies = List.copyOf(remedies);
    }

    /** The numbers of an update, in the order in which they are computed. */
    public enum Quantity {
        /** μ of a batch, in a channel that is normalised, or the running mean after it. */
        MEAN,
        /** σ² of a batch, in a channel that is normalised, or the running variance after it. */
        VARIANCE,
        /** zᵢ⁽ˡ⁾ of an example. */
        Z,
        /** aᵢ⁽ˡ⁾ of an example. */
        A,
        /** ℓ of an example. */
        LOSS,
        /** J of the batch: the losses add up to more than there are numbers. */
        COST,
        /** δᵢ⁽ˡ⁾ of an example. */
        DELTA,
        /** Δ⁽ˡ⁾ᵢⱼ, over the batch. */
        SUM,
        /** D⁽ˡ⁾ᵢⱼ. */
        D,
        /** What the optimizer remembers of Θ⁽ˡ⁾ᵢⱼ. */
        MEMORY,
        /** Θ⁽ˡ⁾ᵢⱼ after the update. */
        THETA;

        /** {@return the name in documents} */
        public String spelling() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Why a run diverges. */
    public enum Cause {
        /** Every step overshoots the valley by more than the one before. */
        STEP_TOO_LARGE,
        /** δ grows from layer to layer on its way back, so that the first layers take huge steps. */
        GRADIENT_EXPLODED,
        /** The numbers are too large from the start. */
        TOO_LARGE_FROM_THE_START;

        /** {@return the name in documents} */
        public String spelling() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What helps. */
    public enum Remedy {
        /** η a tenth of what it was. */
        SMALLER_LEARNING_RATE("Try a tenth of the learning rate."),
        /** Shorten long gradients. */
        CLIP("Shorten the gradient where its norm is above 1."),
        /** A warm-up. */
        WARM_UP("Let the learning rate rise over the first epochs."),
        /** Weights that start smaller. */
        SMALLER_START("Let the weights start smaller, by Xavier's or He's rule."),
        /** Normalised layers. */
        BATCH_NORM("Put batch normalisation between the layers."),
        /** Data of the size of 1. */
        SCALE_DATA("Scale inputs and targets to about 1.");

        private final String sentence;

        Remedy(String sentence) {
            this.sentence = sentence;
        }

        /** {@return what to do, in a sentence} */
        public String sentence() {
            return sentence;
        }

        /** {@return the name in documents} */
        public String spelling() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** {@return the divergence of a run whose last update was the first to have a number that is not finite} */
    static Divergence of(MatrixEngine engine, History history, Plan plan) {
        int update = history.last();
        Recording recording = Recording.of(engine, history.next(update - 1));
        Moment after = history.at(update);
        FirstNonFinite.Place place = new FirstNonFinite(recording, after).find().orElseThrow();
        Reason reason = new Reasons(engine, history, plan).why(place);
        List<Integer> rows = after.descent().orElseThrow().rows();
        return new Divergence(
                update,
                place.quantity(),
                place.layer(),
                place.unit(),
                place.column(),
                place.example().isEmpty()
                        ? OptionalInt.empty()
                        : OptionalInt.of(rows.get(place.example().getAsInt() - 1)),
                place.value(),
                reason.cause(),
                reason.sentence(),
                reason.remedies());
    }

    /** Why, and what to try. */
    record Reason(Cause cause, String sentence, List<Remedy> remedies) {}
}
