package backstep.story;

import java.util.OptionalInt;

/**
 * One step of a story: one number comes to be, or at the grain of a layer several.
 *
 * @param index from 0
 * @param line the number and its formula
 * @param panel how the step is explained
 * @param example of which example the step tells, from 1; none where it is of no single one
 * @param partial whether the number is a sum that is not complete yet
 */
public record Step(int index, Phase phase, Line line, Panel panel, OptionalInt example, boolean partial) {

    /** A step that is of no single example and completes its number. */
    public Step(int index, Phase phase, Line line, Panel panel) {
        this(index, phase, line, panel, OptionalInt.empty(), false);
    }
}
