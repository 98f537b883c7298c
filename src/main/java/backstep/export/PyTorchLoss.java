package backstep.export;

import static backstep.export.Python.concat;

import backstep.network.Activation;
import backstep.network.Cost;
import backstep.network.Objective;
import backstep.network.Penalty;
import java.util.ArrayList;
import java.util.List;

/** J as two functions: the mean loss, from z of the output layer, and what large weights cost. */
final class PyTorchLoss {

    private PyTorchLoss() {}

    static List<String> lines(Cost cost) {
        return concat(loss(cost.objective()), penalty(cost.penalty(), PyTorchWeights.penalised(cost.network())));
    }

    private static List<String> loss(Objective objective) {
        return List.of(
                "def loss(z, y):",
                "    \"\"\"Summed over the outputs, mean over the examples.\"\"\"",
                "    return " + perOutput(objective) + ".sum(dim=1).mean()",
                "",
                "");
    }

    private static String perOutput(Objective objective) {
        Activation output = objective.output();
        String a = activated(output);
        return switch (objective.loss()) {
            case BINARY_CROSS_ENTROPY ->
                output == Activation.SIGMOID
                        ? "nn.functional.binary_cross_entropy_with_logits(z, y, reduction=\"none\")"
                        : "nn.functional.binary_cross_entropy(" + a + ", y, reduction=\"none\")";
            case CROSS_ENTROPY ->
                output == Activation.SOFTMAX ? "(-y * z.log_softmax(dim=1))" : "(-y * nn.functional.logsigmoid(z))";
            case SQUARED_ERROR -> "((y - " + a + ") ** 2)";
            case HALF_SQUARED_ERROR -> "((y - " + a + ") ** 2 / 2)";
        };
    }

    private static String activated(Activation output) {
        return switch (output) {
            case SIGMOID -> "z.sigmoid()";
            case RELU -> "z.relu()";
            case TANH -> "z.tanh()";
            case LINEAR -> "z";
            case SOFTMAX -> "z.softmax(dim=1)";
            case LEAKY_RELU -> "nn.functional.leaky_relu(z, " + Activation.LEAK + ")";
        };
    }

    private static List<String> penalty(Penalty penalty, String layers) {
        List<String> parts = new ArrayList<>();
        if (penalty.lambda() != 0) {
            parts.add(Python.number(penalty.lambda()) + " / 2 * sum((layer.weight ** 2).sum() " + layers + ")");
        }
        if (penalty.l1() != 0) {
            parts.add(Python.number(penalty.l1()) + " * sum(layer.weight.abs().sum() " + layers + ")");
        }
        return concat(
                List.of("def penalty():", "    \"\"\"What large weights cost; those of bias units cost nothing.\"\"\""),
                parts.isEmpty() ? List.of("    return 0", "", "") : List.of("    cost = 0"),
                parts.stream().map(part -> "    cost = cost + " + part).toList(),
                parts.isEmpty() ? List.of() : List.of("    return cost", "", ""));
    }
}
