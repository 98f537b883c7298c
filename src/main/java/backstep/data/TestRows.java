package backstep.data;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * Which examples are held back. Of n examples t = round(n · fraction) are, at least 1 where the fraction is not 0, and at most
 * n − 1. The split is stratified: each class, shuffled, gives its share of the t, up to rounding; so a rare class is neither
 * missing from the test nor from the training by chance.
 */
final class TestRows {

    private TestRows() {}

    static BitSet of(DataSet data, double fraction, long seed) {
        int n = data.examples().size();
        int t = count(n, fraction);
        List<Integer> order = classByClass(data, Draws.ofSplit(seed));
        BitSet held = new BitSet(n);
        for (int i = 0; i < n; i++) {
            if (share(i + 1, t, n) > share(i, t, n)) {
                held.set(order.get(i));
            }
        }
        return held;
    }

    static int count(int n, double fraction) {
        int least = fraction > 0 ? 1 : 0;
        return Math.clamp(Math.round(n * fraction), Math.min(least, n - 1), n - 1);
    }

    /** {@return how many of the first i examples are held back, ⌊i t / n⌋} */
    private static long share(long i, long t, long n) {
        return i * t / n;
    }

    private static List<Integer> classByClass(DataSet data, RandomGenerator random) {
        SortedMap<Integer, List<Integer>> classes = new TreeMap<>();
        for (int row = 0; row < data.examples().size(); row++) {
            classes.computeIfAbsent(data.classOf(row), _ -> new ArrayList<>()).add(row);
        }
        List<Integer> order = new ArrayList<>();
        for (List<Integer> rows : classes.values()) {
            Collections.shuffle(rows, random);
            order.addAll(rows);
        }
        return order;
    }
}
