package backstep.export;

import static backstep.export.Python.concat;
import static backstep.export.Python.indented;

import backstep.linalg.Precision;
import backstep.network.Network;
import backstep.network.Theta;
import java.util.List;

/** The weights to start from, and what carries them there. */
final class PyTorchWeights {

    private PyTorchWeights() {}

    static List<String> lines(Network network, Theta theta, Precision precision) {
        return concat(
                List.of("# A row for each unit; column 0 holds the weights of the bias unit."),
                Python.tensors("theta", theta.written(), precision),
                List.of("layers = [layer for layer in model.modules() if isinstance(layer, " + kinds(network) + ")]"),
                List.of("with torch.no_grad():", "    for layer, weights in zip(layers, theta):"),
                indented(indented(copies(network))),
                List.of("", ""));
    }

    private static String kinds(Network network) {
        List<String> kinds = PyTorchModel.weighted(network);
        return kinds.size() == 1 ? kinds.getFirst() : "(" + String.join(", ", kinds) + ")";
    }

    private static List<String> copies(Network network) {
        boolean reshapes = PyTorchModel.weighted(network).contains("nn.Conv2d");
        List<String> weights = List.of(
                "layer.bias.copy_(weights[:, 0])",
                "layer.weight.copy_(weights[:, 1:]" + (reshapes ? ".reshape(layer.weight.shape)" : "") + ")");
        if (!normalises(network)) {
            return weights;
        }
        return concat(
                List.of(
                        "if hasattr(layer, \"running_mean\"):",
                        "    layer.weight.copy_(weights[:, 0])",
                        "    layer.bias.copy_(weights[:, 1])",
                        "else:"),
                indented(weights));
    }

    /** {@return whether a network normalises batches} */
    static boolean normalises(Network network) {
        return PyTorchModel.weighted(network).stream().anyMatch(kind -> kind.startsWith("nn.BatchNorm"));
    }

    /** {@return the layers whose weights cost, in a loop} */
    static String penalised(Network network) {
        return "for layer in layers" + (normalises(network) ? " if not hasattr(layer, \"running_mean\")" : "");
    }
}
