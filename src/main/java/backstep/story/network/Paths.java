package backstep.story.network;

import backstep.linalg.Window;
import backstep.network.Addition;
import backstep.network.BatchNorm;
import backstep.network.Conv2d;
import backstep.network.Dense;
import backstep.network.Flatten;
import backstep.network.Layer;
import backstep.network.MaxPool2d;
import backstep.network.Network;
import backstep.network.Recording;
import backstep.network.Shape;
import backstep.story.NetworkAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What the numbers of a layer are put together from, and where its derivatives come from, whatever kind of layer it is. */
record Paths(Recording recording) {

    /**
     * A number, times a weight where there is one.
     *
     * @param number an activation on the way forward, a δ on the way back
     */
    record Product(Optional<NetworkAddress.Entry> weight, NetworkAddress.Unit number) {

        static Product of(NetworkAddress.Entry weight, NetworkAddress.Unit number) {
            return new Product(Optional.of(weight), number);
        }

        static Product of(NetworkAddress.Unit number) {
            return new Product(Optional.empty(), number);
        }
    }

    private Network network() {
        return recording.network();
    }

    /** {@return what zᵢ⁽ˡ⁾ is the sum of, or for a pooling the largest of} */
    List<Product> forward(int l, int i, int e) {
        return switch (network().layer(l)) {
            case Dense _ ->
                IntStream.rangeClosed(0, network().units(l - 1))
                        .mapToObj(j -> Product.of(Reads.theta(l - 1, i, j), Reads.a(l - 1, j, e)))
                        .toList();
            case Conv2d conv -> seen(conv.window(image(l - 1)), l, i, e);
            case MaxPool2d pool ->
                inWindow(pool.window(image(l - 1)), i)
                        .mapToObj(j -> Product.of(Reads.a(l - 1, j, e)))
                        .toList();
            case Flatten _, BatchNorm _ -> List.of(Product.of(Reads.a(l - 1, i, e)));
            case Addition addition ->
                List.of(Product.of(Reads.a(l - 1, i, e)), Product.of(Reads.a(addition.source(l), i, e)));
        };
    }

    /** {@return the products of a filter with its patch, the bias first} */
    private List<Product> seen(Window window, int l, int i, int e) {
        int filter = (i - 1) / window.places() + 1;
        List<Product> products = new ArrayList<>();
        products.add(Product.of(Reads.theta(l - 1, filter, 0), Reads.a(l - 1, 0, e)));
        for (int j = 0; j < window.seen(); j++) {
            int pixel = window.pixel((i - 1) % window.places(), j);
            if (pixel >= 0) {
                products.add(Product.of(Reads.theta(l - 1, filter, j + 1), Reads.a(l - 1, pixel + 1, e)));
            }
        }
        return products;
    }

    /** {@return the units, from 1, that a pooling has in the window of its unit i} */
    static IntStream inWindow(Window window, int i) {
        int channel = (i - 1) / window.places();
        int area = window.kernel() * window.kernel();
        return IntStream.range(channel * area, (channel + 1) * area)
                .map(seen -> window.pixel((i - 1) % window.places(), seen) + 1);
    }

    /** {@return what comes back to aᵢ⁽ˡ⁾ through layer l + 1; nothing where that is a normalisation, which is no sum} */
    List<Product> through(int l, int i, int e) {
        return switch (network().layer(l + 1)) {
            case Dense dense ->
                IntStream.rangeClosed(1, dense.units())
                        .mapToObj(k -> Product.of(Reads.theta(l, k, i), Reads.delta(l + 1, k, e)))
                        .toList();
            case Conv2d conv -> seeing(conv.window(image(l)), conv.filters(), l, i, e);
            case MaxPool2d _ ->
                IntStream.rangeClosed(1, network().units(l + 1))
                        .filter(k -> recording.maximum(l + 1, k, e) == i)
                        .mapToObj(k -> Product.of(Reads.delta(l + 1, k, e)))
                        .toList();
            case Flatten _, Addition _ -> List.of(Product.of(Reads.delta(l + 1, i, e)));
            case BatchNorm _ -> List.of();
        };
    }

    /** {@return the weight and δ of each filter at each place that saw a pixel} */
    private static List<Product> seeing(Window window, int filters, int l, int i, int e) {
        int channel = (i - 1) / (window.height() * window.width());
        int row = (i - 1) / window.width() % window.height() + window.padding();
        int column = (i - 1) % window.width() + window.padding();
        List<Product> products = new ArrayList<>();
        for (int f = 1; f <= filters; f++) {
            for (int place = 0; place < window.places(); place++) {
                int u = row - place / window.columns() * window.stride();
                int v = column - place % window.columns() * window.stride();
                if (u >= 0 && v >= 0 && u < window.kernel() && v < window.kernel()) {
                    int j = (channel * window.kernel() + u) * window.kernel() + v + 1;
                    products.add(Product.of(
                            Reads.theta(l, f, j), Reads.delta(l + 1, (f - 1) * window.places() + place + 1, e)));
                }
            }
        }
        return products;
    }

    /** {@return the ends of the residual blocks that layer l goes into} */
    static List<Integer> bypasses(Network network, int l) {
        return IntStream.rangeClosed(l + 1, network.outputLayer())
                .filter(k -> network.layer(k) instanceof Addition addition && addition.source(k) == l)
                .boxed()
                .toList();
    }

    /** {@return the δ that come back to aᵢ⁽ˡ⁾ past residual blocks} */
    List<Product> past(int l, int i, int e) {
        return bypasses(network(), l).stream()
                .map(k -> Product.of(Reads.delta(k, i, e)))
                .toList();
    }

    /** {@return whether δ⁽ˡ⁾ is made of the products of one dense layer alone} */
    static boolean isPlain(Network network, int l) {
        return network.layer(l + 1) instanceof Dense && bypasses(network, l).isEmpty();
    }

    /** {@return whether z⁽ˡ⁾ is made by a dense layer} */
    static boolean isDense(Network network, int l) {
        Layer layer = network.layer(l);
        return layer instanceof Dense;
    }

    private Shape.Image image(int l) {
        return image(network(), l);
    }

    static Shape.Image image(Network network, int l) {
        if (network.shape(l) instanceof Shape.Image image) {
            return image;
        }
        throw new IllegalArgumentException("layer " + l + " is no image");
    }
}
