package backstep.network;

import backstep.linalg.Matrix;
import backstep.linalg.Window;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Δ⁽ˡ⁾ as it grows: Σ δ⁽ˡ⁺¹⁾ [1; a⁽ˡ⁾]ᵀ over the first examples of a recorded pass, which sums over all at once. A weight that is
 * used at several places of an image gets the sum over them.
 */
public final class Accumulation {

    private Accumulation() {}

    /** {@return the Δ⁽ˡ⁾ that there are, in order, after examples 1 to {@code examples}} */
    public static List<Matrix> of(Recording recording, int examples) {
        return IntStream.rangeClosed(1, recording.network().depth())
                .filter(l -> recording.network().theta(l).isThere())
                .mapToObj(l -> of(recording, l, examples))
                .toList();
    }

    /** {@return Δ⁽ˡ⁾ after examples 1 to {@code examples}} */
    public static Matrix of(Recording recording, int l, int examples) {
        if (examples == recording.examples()) {
            return recording.sum(l);
        }
        int rows = recording.network().theta(l).rows();
        int columns = recording.network().theta(l).columns();
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
            sum += share(recording, l, i, j, e);
        }
        return sum;
    }

    /** {@return what example e adds to Δ⁽ˡ⁾ᵢⱼ} */
    public static double share(Recording recording, int l, int i, int j, int e) {
        Network network = recording.network();
        int places = network.shape(l + 1).places();
        return switch (network.layer(l + 1)) {
            case Dense _ -> recording.delta(l + 1, i, e) * recording.a(l, j, e);
            case Conv2d conv -> {
                Window window = conv.window(Images.of(network.shape(l)));
                yield overPlaces(recording, l + 1, i, e, places, p -> seen(recording, l, window, p, j, e));
            }
            case BatchNorm _ ->
                overPlaces(
                        recording,
                        l + 1,
                        i,
                        e,
                        places,
                        p -> j == 0 ? recording.xHat(l + 1, (i - 1) * places + p + 1, e) : 1);
            case MaxPool2d _, Flatten _, Addition _ ->
                throw new IllegalArgumentException("layer " + (l + 1) + " has no weights");
        };
    }

    /** {@return Σ δ · factor over the places of channel i of layer l} */
    private static double overPlaces(Recording recording, int l, int i, int e, int places, IntToDoubleFunction factor) {
        double sum = 0;
        for (int p = 0; p < places; p++) {
            sum += recording.delta(l, (i - 1) * places + p + 1, e) * factor.applyAsDouble(p);
        }
        return sum;
    }

    /** {@return what is multiplied with column j of a convolution's weights at a place: 1 for the bias, 0 in the padding} */
    private static double seen(Recording recording, int l, Window window, int place, int j, int e) {
        int pixel = j == 0 ? -1 : window.pixel(place, j - 1);
        return j == 0 ? 1 : pixel < 0 ? 0 : recording.a(l, pixel + 1, e);
    }
}
