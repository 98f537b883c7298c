package backstep.network;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Where layers stand in a document, which has the layers of a residual block inside the block: layers 3 and 4 may be
 * {@code network/layers/1/layers/0} and {@code network/layers/1}.
 */
final class Places {

    /** A layer or a block, with the layers it is made of; last the addition of a block. */
    private record Part(int layers, List<Part> inside) {}

    private final List<String> places = new ArrayList<>();

    private Places() {}

    /** {@return the place of each layer, from layer 2 on} */
    static List<String> of(List<Layer> layers) {
        List<Part> parts = parts(layers);
        Places found = new Places();
        found.write("network/layers", parts);
        return List.copyOf(found.places);
    }

    private static List<Part> parts(List<Layer> layers) {
        Deque<Part> parts = new ArrayDeque<>();
        for (Layer layer : layers) {
            parts.addLast(layer instanceof Addition addition ? block(parts, addition.block()) : new Part(1, List.of()));
        }
        return List.copyOf(parts);
    }

    /** Takes whole parts of as many layers as the block has from the end. */
    private static Part block(Deque<Part> parts, int layers) {
        List<Part> inside = new ArrayList<>();
        int left = layers;
        while (left > 0 && !parts.isEmpty()) {
            Part last = parts.removeLast();
            inside.addFirst(last);
            left -= last.layers();
        }
        if (layers < 1 || left != 0) {
            throw new IllegalArgumentException(
                    "a block of " + layers + " layers is not made of whole layers and blocks");
        }
        return new Part(layers + 1, List.copyOf(inside));
    }

    private void write(String place, List<Part> parts) {
        for (int k = 0; k < parts.size(); k++) {
            write(place + "/" + k + "/layers", parts.get(k).inside());
            places.add(place + "/" + k);
        }
    }
}
