package backstep.export;

import static backstep.export.Python.concat;
import static backstep.export.Python.indented;

import backstep.network.Activation;
import backstep.network.Network;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A network as a sequence of PyTorch's modules; it ends with z of the output layer, which losses are computed from. */
final class PyTorchModel {

    private PyTorchModel() {}

    static List<String> lines(Network network) {
        network.requireDense("only dense layers are written for PyTorch");
        List<String> modules = IntStream.rangeClosed(2, network.outputLayer())
                .boxed()
                .flatMap(l -> modules(network, l))
                .map(module -> module + ",")
                .toList();
        return concat(List.of("model = nn.Sequential("), indented(modules), List.of(")", ""));
    }

    private static Stream<String> modules(Network network, int l) {
        String linear = "nn.Linear(" + network.units(l - 1) + ", " + network.units(l) + ")";
        return l == network.outputLayer()
                ? Stream.of(linear)
                : Stream.concat(Stream.of(linear), activation(network.activation(l)));
    }

    private static Stream<String> activation(Activation activation) {
        return switch (activation) {
            case SIGMOID -> Stream.of("nn.Sigmoid()");
            case RELU -> Stream.of("nn.ReLU()");
            case TANH -> Stream.of("nn.Tanh()");
            case LINEAR -> Stream.empty();
            case SOFTMAX -> Stream.of("nn.Softmax(dim=1)");
            case LEAKY_RELU -> Stream.of("nn.LeakyReLU(" + Activation.LEAK + ")");
        };
    }
}
