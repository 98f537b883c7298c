package backstep.training;

import backstep.linalg.Matrix;
import backstep.network.Batch;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a network takes an example for.
 *
 * @param row of the example in its set, from 0
 * @param target its class, from 0
 * @param guess the class that it is taken for
 * @param probability that the network gives to this class
 */
public record Guess(int row, int target, int guess, double probability) {

    /** The wrong ones first, the surest of them before all; then those that are right, the least sure before the others. */
    private static final Comparator<Guess> WRONG_FIRST = Comparator.comparing(Guess::isRight)
            .thenComparingDouble(each -> each.isRight() ? each.probability : -each.probability)
            .thenComparingInt(Guess::row);

    /**
     * {@return what examples are taken for, the wrong ones first}
     *
     * @param outputs ŷ of each example [n × K], with a column for each class, or one for the second of two
     */
    public static List<Guess> of(Batch examples, Matrix outputs) {
        return IntStream.range(0, outputs.rows())
                .mapToObj(row -> of(examples, outputs, row))
                .sorted(WRONG_FIRST)
                .toList();
    }

    private static Guess of(Batch examples, Matrix outputs, int row) {
        int guess = Classes.of(outputs, row, 0);
        double probability = outputs.columns() > 1
                ? outputs.at(row, guess)
                : guess == 1 ? outputs.at(row, 0) : 1 - outputs.at(row, 0);
        return new Guess(row, Classes.of(examples.y(), row, 0), guess, probability);
    }

    /** {@return whether it is taken for what it is} */
    public boolean isRight() {
        return guess == target;
    }
}
