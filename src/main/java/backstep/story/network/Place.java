package backstep.story.network;

import backstep.story.network.Schedule.Block;
import java.util.OptionalInt;

/**
 * What a step is about.
 *
 * @param example of which example, from 1; none after the examples
 * @param row of the block, from 1
 * @param term of the row, from 0
 */
record Place(Block block, OptionalInt example, int row, int term) {

    /** {@return e} */
    int e() {
        return example.orElseThrow();
    }

    /** {@return the column of a matrix, from 0} */
    int column() {
        return term / block.entry();
    }

    /** {@return whether the step adds to a sum that is not complete yet} */
    boolean isPartial() {
        return block.entry() == 0 && term < block.last();
    }
}
