package backstep.export;

import static backstep.export.Python.concat;

import backstep.linalg.Matrix;
import backstep.linalg.Precision;
import backstep.network.Network;
import backstep.network.RunningStatistics;
import backstep.network.Theta;
import backstep.training.Adagrad;
import backstep.training.Adam;
import backstep.training.AdamW;
import backstep.training.Lamb;
import backstep.training.Optimizer;
import backstep.training.OptimizerState;
import backstep.training.RmsProp;
import backstep.training.Sgd;
import java.util.List;

/** What a run remembers that is entered in its midst, where PyTorch keeps it. */
final class PyTorchMemory {

    private PyTorchMemory() {}

    /** {@return the lines that set the running statistics of batch norms; none where they begin anew} */
    static List<String> statistics(Theta theta, Precision precision) {
        List<Matrix> known = RunningStatistics.written(theta);
        return known.isEmpty()
                ? List.of()
                : concat(
                        Python.tensors("running", known, precision),
                        List.of(
                                "norms = [layer for layer in layers if hasattr(layer, \"running_mean\")]",
                                "for norm, statistics in zip(norms, running):",
                                "    norm.running_mean.copy_(statistics[:, 0])",
                                "    norm.running_var.copy_(statistics[:, 1])",
                                ""));
    }

    /** {@return the lines that let an optimizer go on; none where it remembers nothing} */
    static List<String> lines(Network network, Optimizer optimizer, OptimizerState state, Precision precision) {
        if (state.first().isEmpty()) {
            return List.of();
        }
        boolean two = !state.second().isEmpty();
        return concat(
                parts(network),
                List.of("# What the optimizer remembers of " + updates(state) + ", in the shape of theta."),
                Python.tensors("first", new Theta(state.first()).written(), precision),
                two ? Python.tensors("second", new Theta(state.second()).written(), precision) : List.of(),
                List.of(
                        "for layer, *memory in zip(layers, first" + (two ? ", second" : "") + "):",
                        "    for p, m" + (two ? ", v" : "")
                                + " in zip((layer.bias, layer.weight), *(parts(layer, matrix) for matrix in memory)):",
                        "        optimizer.state[p] = " + kept(optimizer, state.updates()),
                        ""));
    }

    private static String updates(OptimizerState state) {
        return state.updates() == 1 ? "one update" : state.updates() + " updates";
    }

    private static List<String> parts(Network network) {
        List<String> ofNorms = PyTorchWeights.normalises(network)
                ? List.of(
                        "    if hasattr(layer, \"running_mean\"):",
                        "        return matrix[:, 1].clone(), matrix[:, 0].clone()")
                : List.of();
        return concat(
                List.of(
                        "",
                        "def parts(layer, matrix):",
                        "    \"\"\"What belongs to the bias and to the weight of a layer.\"\"\""),
                ofNorms,
                List.of("    return matrix[:, 0].clone(), matrix[:, 1:].reshape(layer.weight.shape).clone()", "", ""));
    }

    private static String kept(Optimizer optimizer, int updates) {
        String step = "\"step\": torch.tensor(" + updates + ".0), ";
        return switch (optimizer) {
            case Sgd _ -> "{\"momentum_buffer\": m}";
            case Adagrad _ -> "{" + step + "\"sum\": m}";
            case RmsProp _ -> "{" + step + "\"square_avg\": m}";
            case Adam _, AdamW _ -> "{" + step + "\"exp_avg\": m, \"exp_avg_sq\": v}";
            case Lamb _ -> "{\"t\": " + updates + ", \"m\": m, \"v\": v}";
        };
    }
}
