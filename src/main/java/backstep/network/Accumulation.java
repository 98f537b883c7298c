package backstep.network;

import backstep.linalg.Matrix;
import java.util.List;
import java.util.stream.IntStream;

/** Δ⁽ˡ⁾ as it grows: Σ δ⁽ˡ⁺¹⁾ [1; a⁽ˡ⁾]ᵀ over the first examples of a recorded pass, which sums over all at once. */
public final class Accumulation {

    private Accumulation() {}

    /** {@return Δ⁽¹⁾ … Δ⁽ᴸ⁾ after examples 1 to {@code examples}} */
    public static List<Matrix> of(Recording recording, int examples) {
        return IntStream.rangeClosed(1, recording.network().depth())
                .mapToObj(l -> of(recording, l, examples))
                .toList();
    }

    /** {@return Δ⁽ˡ⁾ after examples 1 to {@code examples}} */
    public static Matrix of(Recording recording, int l, int examples) {
        if (examples == recording.examples()) {
            return recording.sum(l);
        }
        int rows = recording.network().units(l + 1);
        int columns = recording.network().units(l) + 1;
        double[] entries = new double[rows * columns];
        for (int k = 0; k < entries.length; k++) {
            entries[k] = of(recording, l, k / columns + 1, k % columns, examples);
        }
        return Matrix.of(rows, columns, entries);
    }

    /** {@return Δ⁽ˡ⁾ᵢⱼ after examples 1 to {@code examples}} */
    public static double of(Recording recording, int l, int i, int j, int examples) {
        if (examples == recording.examples()) {
            return recording.sum(l, i, j);
        }
        double sum = 0;
        for (int e = 1; e <= examples; e++) {
            sum += recording.delta(l + 1, i, e) * recording.a(l, j, e);
        }
        return sum;
    }
}
