package backstep.server;

import backstep.story.Grain;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked of an experiment, beside its document. */
public final class NetworkQuestions {

    private NetworkQuestions() {}

    /** Nothing more. */
    public record Nothing() {}

    /**
     * Every number.
     *
     * @param grain of the schedule; unit where it is left out
     * @param unfolded the layers that are drawn with all their units
     */
    public record Trace(
            @Nullable NotationRequest notation,
            @Nullable Grain grain,
            @Nullable List<Integer> unfolded) {}

    /**
     * All that a trace has beside its vectors and matrices.
     *
     * @param grain of the schedule; unit where it is left out
     * @param unfolded the layers that are drawn with all their units
     */
    public record Outline(
            @Nullable NotationRequest notation,
            @Nullable Grain grain,
            @Nullable List<Integer> unfolded) {}

    /** @param addresses of numbers, vectors, rows or matrices of a pass */
    public record Numbers(List<String> addresses) {}

    /**
     * Steps of a story.
     *
     * @param grain unit where it is left out
     * @param story the pass where it is left out
     * @param from the index of the first step wanted
     * @param count how many steps are wanted
     * @param most how many numbers a value may have; of one with more its shape is told; any number where it is left out
     */
    public record Steps(
            @Nullable NotationRequest notation,
            @Nullable Grain grain,
            @Nullable Tale story,
            @Nullable Integer from,
            @Nullable Integer count,
            @Nullable Integer most) {}

    /** Which story is told. */
    public enum Tale {
        /** The pass over the examples. */
        PASS,
        /** How its rules come about. */
        DERIVATION
    }

    /**
     * Where a number comes from.
     *
     * @param grain of the steps that are named
     * @param step the step up to which the story is told; the last where it is left out
     * @param depth how many generations of numbers are wanted
     */
    public record Explain(
            @Nullable NotationRequest notation,
            @Nullable Grain grain,
            String address,
            @Nullable Integer step,
            @Nullable Integer depth) {}

    /**
     * How Δ grows.
     *
     * @param from the first number of examples; 0 where it is left out
     * @param count how many numbers of examples; all that follow where it is left out
     */
    public record Accumulated(
            @Nullable Integer from, @Nullable Integer count) {}

    /** @param example which example is taken apart, from 1; the first where it is left out */
    public record Wengert(@Nullable Integer example) {}
}
