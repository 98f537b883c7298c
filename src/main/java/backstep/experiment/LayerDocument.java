package backstep.experiment;

import backstep.network.Activation;
import backstep.network.Addition;
import backstep.network.BatchNorm;
import backstep.network.Conv2d;
import backstep.network.Dense;
import backstep.network.Flatten;
import backstep.network.InvalidNetwork;
import backstep.network.Layer;
import backstep.network.MaxPool2d;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A layer as it is written down. Which fields it has depends on its type.
 *
 * @param units of a dense layer
 * @param filters of a convolution
 * @param kernel how high and wide they are
 * @param stride how far they move; 1 where it is left out
 * @param padding how many zeros stand around an image; 0 where it is left out
 * @param size of the windows of a pooling, and how far they move
 * @param layers the block of a residual layer, which is added to its input
 * @param activation of a batch normalisation and a residual layer linear where it is left out
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LayerDocument(
        Type type,
        @Nullable Integer units,
        @Nullable Integer filters,
        @Nullable Integer kernel,
        @Nullable Integer stride,
        @Nullable Integer padding,
        @Nullable Integer size,
        @Nullable List<LayerDocument> layers,
        @Nullable Activation activation) {

    /** The kinds of layers there are. */
    public enum Type {
        /** Every unit reads every number. */
        DENSE("dense"),
        /** Filters that move over an image. */
        CONV2D("conv2d"),
        /** The largest number in each window. */
        MAX_POOL2D("max-pool2d"),
        /** An image as a row of units. */
        FLATTEN("flatten"),
        /** Each unit or channel with mean β and deviation γ. */
        BATCH_NORM("batch-norm"),
        /** A block that is added to its input. */
        RESIDUAL("residual");

        private final String spelling;

        Type(String spelling) {
            this.spelling = spelling;
        }

        /** {@return the name of the kind in documents} */
        @JsonValue
        public String spelling() {
            return spelling;
        }

        private static Type of(Layer layer) {
            return Arrays.stream(values())
                    .filter(type -> type.spelling.equals(layer.spelling()))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static final Map<String, List<String>> FIELDS = new TreeMap<>(Map.of(
            "dense", List.of("units", "activation"),
            "conv2d", List.of("filters", "kernel", "stride", "padding", "activation"),
            "max-pool2d", List.of("size"),
            "flatten", List.of(),
            "batch-norm", List.of("activation"),
            "residual", List.of("layers", "activation")));

    /**
     * {@return the layers that are described; a residual layer has those of its block before it}
     *
     * @param place where it is written
     * @throws InvalidNetwork where a field is missing, or of another type
     */
    Stream<Layer> layers(String place) {
        requireOwnFields(place);
        return switch (type) {
            case DENSE -> Stream.of(new Dense(count(place, "units", units), function(place)));
            case CONV2D ->
                Stream.of(new Conv2d(
                        count(place, "filters", filters),
                        count(place, "kernel", kernel),
                        Usual.or(stride, 1),
                        Usual.or(padding, 0),
                        function(place)));
            case MAX_POOL2D -> Stream.of(new MaxPool2d(count(place, "size", size)));
            case FLATTEN -> Stream.of(new Flatten());
            case BATCH_NORM -> Stream.of(new BatchNorm(activation == null ? Activation.LINEAR : activation));
            case RESIDUAL -> block(place);
        };
    }

    private void requireOwnFields(String place) {
        new Constants(place, FIELDS)
                .with("units", units)
                .with("filters", filters)
                .with("kernel", kernel)
                .with("stride", stride)
                .with("padding", padding)
                .with("size", size)
                .with("layers", layers)
                .with("activation", activation)
                .requireOf(type.spelling());
    }

    private Stream<Layer> block(String place) {
        if (layers == null) {
            throw missing(place, "layers", "an array");
        }
        if (layers.isEmpty()) {
            throw new InvalidNetwork(place + "/layers", "must be 1 layer or more, was 0");
        }
        List<Layer> block = flat(place + "/layers", layers);
        Addition end = new Addition(block.size(), activation == null ? Activation.LINEAR : activation);
        return Stream.concat(block.stream(), Stream.of(end));
    }

    /** {@return layers in a row, those of blocks between the others} */
    static List<Layer> flat(String place, List<LayerDocument> layers) {
        List<Layer> flat = new ArrayList<>();
        for (int k = 0; k < layers.size(); k++) {
            layers.get(k).layers(place + "/" + k).forEach(flat::add);
        }
        return flat;
    }

    private static int count(String place, String name, @Nullable Integer given) {
        if (given == null) {
            throw missing(place, name, "a whole number");
        }
        return given;
    }

    private Activation function(String place) {
        if (activation == null) {
            throw missing(place, "activation", "the name of an activation function, such as relu");
        }
        return activation;
    }

    private static InvalidNetwork missing(String place, String name, String kind) {
        return new InvalidNetwork(place + "/" + name, "is missing; must be " + kind);
    }

    /** {@return layers in a row as they are written down, with blocks inside their residual layers} */
    static List<LayerDocument> of(List<Layer> layers) {
        List<Written> written = new ArrayList<>();
        for (Layer layer : layers) {
            List<LayerDocument> block = new ArrayList<>();
            int length = layer instanceof Addition addition ? addition.block() : 0;
            int left = length;
            while (left > 0) {
                Written last = written.removeLast();
                block.addFirst(last.document);
                left -= last.layers;
            }
            written.add(new Written(of(layer, block), length + 1));
        }
        return written.stream().map(Written::document).toList();
    }

    /** What was written of how many layers. */
    private record Written(LayerDocument document, int layers) {}

    /** {@return a dense layer as it is written down} */
    public static LayerDocument dense(int units, Activation activation) {
        return of(new Dense(units, activation), List.of());
    }

    private static LayerDocument of(Layer layer, List<LayerDocument> block) {
        Type type = Type.of(layer);
        return switch (layer) {
            case Dense(int units, Activation g) ->
                new LayerDocument(type, units, null, null, null, null, null, null, g);
            case Conv2d(int filters, int kernel, int stride, int padding, Activation g) ->
                new LayerDocument(type, null, filters, kernel, stride, padding, null, null, g);
            case MaxPool2d(int size) -> new LayerDocument(type, null, null, null, null, null, size, null, null);
            case Flatten() -> new LayerDocument(type, null, null, null, null, null, null, null, null);
            case BatchNorm(Activation g) -> new LayerDocument(type, null, null, null, null, null, null, null, g);
            case Addition(int _, Activation g) -> new LayerDocument(type, null, null, null, null, null, null, block, g);
        };
    }
}
