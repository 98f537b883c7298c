package backstep.story.network;

import backstep.network.InvalidNetwork;
import backstep.network.Network;
import backstep.story.Grain;
import backstep.story.NetworkAddress;
import backstep.story.PhaseSpan;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * Which number is made at which step, by arithmetic: row i, column j of a block is complete at step
 * base + from + (i − 1)·stride + last + j·entry, where base is 0 in the first example and after the examples. The first example
 * tells of μ and σ² of the batch too: in a later one, base is once + (e − 1)·perExample − behind.
 *
 * @param perExample how many steps an example has, those that tell of the batch left out
 * @param once how many steps tell of the batch
 * @param count how many steps there are
 * @param example the phases of the first example, from its first step
 * @param after the phases that follow the examples
 * @param blocks the numbers that are made, in order
 */
public record Schedule(
        Network network,
        Grain grain,
        int examples,
        int perExample,
        int once,
        int count,
        List<PhaseSpan> example,
        List<PhaseSpan> after,
        List<Block> blocks) {

    public Schedule {
        example = List.copyOf(example);
        after = List.copyOf(after);
        blocks = List.copyOf(blocks);
    }

    /** The kinds of numbers that steps make. */
    public enum Kind {
        /** Means of the batch. */
        BATCH_MEAN("mean"),
        /** Variances of the batch. */
        BATCH_VARIANCE("variance"),
        /** Normalised numbers. */
        X_HAT("xHat"),
        /** Weighted sums. */
        Z("z"),
        /** Activations. */
        A("a"),
        /** Losses. */
        LOSS("loss"),
        /** Derivatives of a loss by the weighted sums. */
        DELTA("delta"),
        /** Δ, summed example by example. */
        SUM("Delta"),
        /** The cost. */
        COST("J"),
        /** D. */
        GRADIENT("D"),
        /** η of the update. */
        LEARNING_RATE("learningRate"),
        /** ‖∂J/∂Θ‖. */
        NORM("norm"),
        /** What shortens ∂J/∂Θ. */
        CLIP("clip"),
        /** ∂J/∂Θ as the optimizer sees it. */
        SLOPE("slope"),
        /** Momentum after the update. */
        NEW_MOMENTUM("bNew"),
        /** Sums of squared slopes after the update. */
        NEW_SQUARES("sNew"),
        /** Running means of slopes after the update. */
        NEW_MEAN("mNew"),
        /** Running means of squared slopes after the update. */
        NEW_MEAN_SQUARE("vNew"),
        /** Means without their leaning towards 0. */
        CORRECTED_MEAN("mHat"),
        /** Means of squares without their leaning towards 0. */
        CORRECTED_MEAN_SQUARE("vHat"),
        /** Where the weights are to go. */
        DIRECTION("u"),
        /** ‖Θ⁽ˡ⁾‖. */
        THETA_NORM("thetaNorm"),
        /** ‖u⁽ˡ⁾‖. */
        DIRECTION_NORM("uNorm"),
        /** ‖Θ⁽ˡ⁾‖ / ‖u⁽ˡ⁾‖. */
        TRUST_RATIO("trustRatio"),
        /** Θ after the update. */
        NEW_THETA("ThetaNew"),
        /** Losses after the update. */
        NEW_LOSS("lossNew"),
        /** The cost after the update. */
        NEW_COST("JNew");

        private final String spelling;

        Kind(String spelling) {
            this.spelling = spelling;
        }

        /** {@return the name of the kind in documents} */
        public String spelling() {
            return spelling;
        }

        /** {@return whether such numbers belong to the batch, and are told in its first example alone} */
        boolean isOfBatch() {
            return this == BATCH_MEAN || this == BATCH_VARIANCE;
        }
    }

    /**
     * Numbers of one kind that are made one after another, row by row.
     *
     * @param layer l of the layer, or of Θ⁽ˡ⁾; 0 where the kind has none
     * @param from the first step, from the start of the first example or, {@code after} the examples, from the start of the story
     * @param behind how many steps that tell of the batch come before it in the first example
     * @param stride how many steps lie between two rows; 0 where all rows are made at once
     * @param last the last step of a row less its first, where its steps add up to one number
     * @param entry how many steps lie between two entries of a row, 1 unless matrices are told together; 0 where a row is made
     *     at once
     * @param rows how many rows are made one after another
     * @param steps how many steps a row has
     */
    public record Block(
            Kind kind,
            int layer,
            int from,
            int behind,
            int stride,
            int last,
            int entry,
            boolean after,
            int rows,
            int steps) {

        /** {@return where it begins in example e, from the start of that example} */
        int from(int e) {
            return e == 1 ? from : from - behind;
        }

        boolean has(int distance) {
            return distance >= 0
                    && row(distance) < rows
                    && term(distance) < steps
                    && (entry == 0 || term(distance) % entry == 0);
        }

        private int row(int distance) {
            return stride == 0 ? distance / steps : distance / stride;
        }

        private int term(int distance) {
            return stride == 0 ? distance % steps : distance % stride;
        }

        Place place(int distance, OptionalInt example) {
            return new Place(this, example, row(distance) + 1, term(distance));
        }
    }

    /** {@return the schedule of a story that ends with a step of plain gradient descent} */
    public static Schedule of(Network network, int examples, Grain grain) {
        return of(network, examples, grain, UpdateOrder.PLAIN);
    }

    /**
     * {@return the schedule of a story}
     *
     * @throws InvalidNetwork where it would have more steps than can be counted
     */
    static Schedule of(Network network, int examples, Grain grain, UpdateOrder order) {
        return new ScheduleBuilder(network, examples, grain, order).build();
    }

    /**
     * {@return what happens at step {@code index}}
     *
     * @throws IndexOutOfBoundsException where there is no such step
     */
    Place at(int index) {
        Objects.checkIndex(index, count);
        if (index >= start(examples + 1)) {
            return find(1, index, true, OptionalInt.empty());
        }
        int e = exampleAt(index);
        return find(e, index - start(e), false, OptionalInt.of(e));
    }

    private Place find(int e, int position, boolean isAfter, OptionalInt example) {
        return blocks.stream()
                .filter(block ->
                        block.after() == isAfter && !(e > 1 && block.kind().isOfBatch()))
                .filter(block -> block.has(position - block.from(e)))
                .findFirst()
                .map(block -> block.place(position - block.from(e), example))
                .orElseThrow();
    }

    /** {@return the first step of example e, from 1; of one more than there are, the first step after them all} */
    int start(int e) {
        return e == 1 ? 0 : once + (e - 1) * perExample;
    }

    /** {@return the example that a step belongs to, which is not after them all} */
    private int exampleAt(int index) {
        return Math.max(0, index - once) / perExample + 1;
    }

    /** {@return the phases of example e, from its first step} */
    List<PhaseSpan> phases(int e) {
        if (e == 1 || once == 0) {
            return example;
        }
        return example.stream()
                .map(span -> span.from() == 0
                        ? new PhaseSpan(span.phase(), span.title(), 0, span.count() - once)
                        : new PhaseSpan(span.phase(), span.title(), span.from() - once, span.count()))
                .toList();
    }

    /** {@return the phase of step {@code index}, and where it begins and ends} */
    PhaseSpan phaseAt(int index) {
        boolean isAfter = index >= start(examples + 1);
        int e = isAfter ? 1 : exampleAt(index);
        int base = start(e);
        return (isAfter ? after : phases(e))
                .stream()
                        .filter(span -> index - base < span.from() + span.count())
                        .map(span -> new PhaseSpan(span.phase(), span.title(), base + span.from(), span.count()))
                        .findFirst()
                        .orElseThrow();
    }

    /**
     * {@return the step in which a number, or the last number of a row, a layer or a matrix, is complete; none for what is given}
     *
     * @throws IllegalArgumentException where the story has no such number
     */
    public OptionalInt step(NetworkAddress quantity) {
        return new Completion(this).of(quantity);
    }
}
