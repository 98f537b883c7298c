package backstep.story;

import java.util.List;
import java.util.OptionalInt;

/**
 * Where a number comes from: the step that made it and, in turn, the numbers which that step read.
 *
 * @param step the step that made the number
 * @param reads explanations of the numbers it read; empty for an input, and where {@code cut}
 * @param cut whether it read numbers that were left out because the explanation is deep enough
 */
public record Explanation(Step step, List<Explanation> reads, boolean cut) {

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
        if (depth == 0) {
            return new Explanation(step, List.of(), !step.line().reads().isEmpty());
        }
        List<Explanation> reads = step.line().reads().stream()
                .map(read -> of(story, read, step.index() - 1, depth - 1))
                .toList();
        return new Explanation(step, reads, false);
    }
}
