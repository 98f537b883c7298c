package backstep.story;

import java.util.List;
import java.util.OptionalInt;

/**
 * Where a number comes from: the line that made it and, in turn, the numbers which that line read.
 *
 * @param line the number and its formula
 * @param title of the step that made it
 * @param result the quantity and its value, as LaTeX
 * @param step the step that made it, in the grain that is asked for; none where it is given
 * @param reads explanations of the numbers it read; empty for an input, and where {@code cut}
 * @param cut whether it read numbers that were left out because the explanation is deep or long enough
 */
public record Explanation(
        Line line, Sentence title, String result, OptionalInt step, List<Explanation> reads, boolean cut) {

    public Explanation {
        reads = List.copyOf(reads);
    }

    /**
     * Explains a number as it stands after a step.
     *
     * @param until the step up to which the story is told
     * @param depth how many generations of numbers to explain, 0 for the number alone
     * @throws IllegalArgumentException where the story has no such number, or not yet
     */
    public static Explanation of(Story story, Address quantity, int until, int depth) {
        OptionalInt writer = story.writer(quantity, until);
        if (writer.isEmpty()) {
            throw new IllegalArgumentException(quantity + " is not computed yet at step " + (until + 1));
        }
        return of(story, story.step(writer.getAsInt()), depth);
    }

    private static Explanation of(Story story, Step step, int depth) {
        List<Address> read = step.line().reads();
        List<Explanation> reads = depth == 0
                ? List.of()
                : read.stream()
                        .map(quantity -> of(story, quantity, step.index() - 1, depth - 1))
                        .toList();
        return new Explanation(
                step.line(),
                step.panel().title(),
                step.panel().result(),
                OptionalInt.of(step.index()),
                reads,
                depth == 0 && !read.isEmpty());
    }
}
