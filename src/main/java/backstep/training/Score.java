package backstep.training;

import java.util.List;
import java.util.OptionalDouble;

/**
 * How a network does on a set of examples.
 *
 * @param loss the mean loss
 * @param confusion how many examples of class i (the row) were taken for class j (the column); empty where outputs are no classes
 */
public record Score(double loss, List<List<Integer>> confusion) {

    public Score {
        confusion = List.copyOf(confusion);
    }

    /** {@return the share of examples whose class was found; none where outputs are no classes} */
    public OptionalDouble accuracy() {
        if (confusion.isEmpty()) {
            return OptionalDouble.empty();
        }
        int right = 0;
        int all = 0;
        for (int i = 0; i < confusion.size(); i++) {
            right += confusion.get(i).get(i);
            all += confusion.get(i).stream().mapToInt(Integer::intValue).sum();
        }
        return OptionalDouble.of((double) right / all);
    }
}
