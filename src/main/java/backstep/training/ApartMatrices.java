package backstep.training;

import backstep.linalg.Matrix;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A matrix that two engines computed.
 *
 * @param layer l
 */
public record ApartMatrices(int layer, Matrix one, Matrix other) {

    private static final Comparator<Apart> BY_RELATIVE = Comparator.comparingDouble(Apart::relative);

    /** {@return the entry that is most apart in relation to its size; none where every bit is the same} */
    public Optional<Apart> mostApart() {
        return differing().max(BY_RELATIVE);
    }

    /** {@return the entries that are most apart in relation to their size, at most so many, the first the most} */
    public List<Apart> mostApart(int most) {
        return differing().sorted(BY_RELATIVE.reversed()).limit(most).toList();
    }

    /** {@return how many entries differ} */
    public int count() {
        return (int) differing().count();
    }

    /** {@return ‖other − one‖} */
    public double distance() {
        return Math.sqrt(differing()
                .mapToDouble(entry -> entry.difference() * entry.difference())
                .sum());
    }

    private Stream<Apart> differing() {
        return IntStream.range(0, one.size()).mapToObj(this::entry).filter(entry -> entry.difference() != 0);
    }

    private Apart entry(int k) {
        int i = k / one.columns();
        int j = k % one.columns();
        return new Apart(layer, i + 1, j, one.at(i, j), other.at(i, j));
    }
}
