package backstep.story;

import java.util.List;
import java.util.OptionalInt;

/** A computation as a sequence of steps, each made when it is asked for. */
public interface Story {

    /** {@return how many steps there are} */
    int size();

    /**
     * {@return step {@code index}, from 0}
     *
     * @throws IndexOutOfBoundsException where there is no such step
     */
    Step step(int index);

    /**
     * {@return the line that step {@code index} writes, without its explanation}
     *
     * @throws IndexOutOfBoundsException where there is no such step
     */
    Line line(int index);

    /** {@return the phases, in order; together they cover every step} */
    List<PhaseSpan> phases();

    /**
     * {@return the last step up to {@code until} that made the number}
     *
     * @throws IllegalArgumentException where the story has no such number
     */
    OptionalInt writer(Address quantity, int until);

    /** {@return steps {@code from} up to {@code from + count}, or as many as there are} */
    default List<Step> steps(int from, int count) {
        int end = (int) Math.min(size(), (long) from + count);
        return java.util.stream.IntStream.range(Math.min(from, end), end)
                .mapToObj(this::step)
                .toList();
    }
}
