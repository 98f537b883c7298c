package backstep.export;

import static backstep.export.Python.concat;
import static backstep.export.Python.enclosed;
import static backstep.export.Python.indented;

import backstep.network.Activation;
import backstep.network.Addition;
import backstep.network.BatchNorm;
import backstep.network.Conv2d;
import backstep.network.Dense;
import backstep.network.Flatten;
import backstep.network.Layer;
import backstep.network.MaxPool2d;
import backstep.network.Network;
import backstep.network.Shape;
import java.util.ArrayList;
import java.util.List;

/** A network as a sequence of PyTorch's modules; it ends with z of the output layer, which losses are computed from. */
final class PyTorchModel {

    private static final List<String> RESIDUAL = """
            class Residual(nn.Module):
                \"\"\"What a block makes, and what went into it, added.\"\"\"

                def __init__(self, block):
                    super().__init__()
                    self.block = block

                def forward(self, x):
                    return x + self.block(x)


            """.lines().toList();

    private final Network network;

    private PyTorchModel(Network network) {
        this.network = network;
    }

    static List<String> lines(Network network) {
        boolean hasBlocks = network.layers().stream().anyMatch(Addition.class::isInstance);
        return concat(
                hasBlocks ? concat(List.of(""), RESIDUAL) : List.of(),
                sequence("model = ", new PyTorchModel(network).modules(), ""),
                List.of(""));
    }

    private static List<String> sequence(String before, List<List<String>> modules, String behind) {
        List<String> inner = modules.stream().flatMap(List::stream).toList();
        return concat(List.of(before + "nn.Sequential("), indented(inner), List.of(")" + behind));
    }

    /** The lines of each layer, those of a residual block as the lines of its addition. */
    private List<List<String>> modules() {
        List<List<String>> modules = new ArrayList<>();
        if (network.shape(1) instanceof Shape.Image image) {
            modules.add(List.of(
                    "nn.Unflatten(1, (" + image.channels() + ", " + image.height() + ", " + image.width() + ")),"));
        }
        for (int l = 2; l <= network.outputLayer(); l++) {
            List<String> made = network.layer(l) instanceof Addition addition
                    ? block(takeLast(layersOf(addition, l), modules))
                    : List.of(module(network.layer(l), network.shape(l - 1)) + ",");
            modules.add(concat(made, l == network.outputLayer() ? List.of() : activation(network.activation(l))));
        }
        return modules;
    }

    /** {@return how many entries the layers of a block have become: an inner block is one} */
    private int layersOf(Addition addition, int l) {
        int entries = 0;
        for (int inner = l - 1; inner >= l - addition.block(); inner--) {
            entries++;
            if (network.layer(inner) instanceof Addition nested) {
                inner -= nested.block();
            }
        }
        return entries;
    }

    private static List<List<String>> takeLast(int count, List<List<String>> modules) {
        List<List<String>> tail = modules.subList(modules.size() - count, modules.size());
        List<List<String>> taken = List.copyOf(tail);
        tail.clear();
        return taken;
    }

    private static List<String> block(List<List<String>> modules) {
        return enclosed("Residual(", sequence("", modules, ""), "),");
    }

    private static String module(Layer layer, Shape input) {
        return switch (layer) {
            case Dense dense -> "nn.Linear(" + input.size() + ", " + dense.units() + ")";
            case Conv2d conv ->
                "nn.Conv2d(" + channels(input) + ", " + conv.filters() + ", " + conv.kernel() + ", stride="
                        + conv.stride() + ", padding=" + conv.padding() + ")";
            case MaxPool2d pool -> "nn.MaxPool2d(" + pool.size() + ")";
            case Flatten _ -> "nn.Flatten()";
            case BatchNorm _ -> norm(input) + "(" + channels(input) + ")";
            case Addition _ -> throw new IllegalArgumentException("an addition is the end of a block");
        };
    }

    /** {@return the module that normalises numbers of this shape} */
    private static String norm(Shape input) {
        return input instanceof Shape.Image ? "nn.BatchNorm2d" : "nn.BatchNorm1d";
    }

    private static int channels(Shape input) {
        return input.size() / input.places();
    }

    private static List<String> activation(Activation activation) {
        return switch (activation) {
            case SIGMOID -> List.of("nn.Sigmoid(),");
            case RELU -> List.of("nn.ReLU(),");
            case TANH -> List.of("nn.Tanh(),");
            case LINEAR -> List.of();
            case SOFTMAX -> List.of("nn.Softmax(dim=1),");
            case LEAKY_RELU -> List.of("nn.LeakyReLU(" + Activation.LEAK + "),");
        };
    }

    /** {@return the modules with weights that a network has} */
    static List<String> weighted(Network network) {
        List<String> kinds = new ArrayList<>();
        for (int l = 2; l <= network.outputLayer(); l++) {
            String kind = switch (network.layer(l)) {
                case Dense _ -> "nn.Linear";
                case Conv2d _ -> "nn.Conv2d";
                case BatchNorm _ -> norm(network.shape(l - 1));
                case MaxPool2d _, Flatten _, Addition _ -> "";
            };
            if (!kind.isEmpty() && !kinds.contains(kind)) {
                kinds.add(kind);
            }
        }
        return List.copyOf(kinds);
    }
}
