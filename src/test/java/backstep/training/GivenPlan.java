package backstep.training;

import backstep.data.Split;
import backstep.linalg.Matrix;
import backstep.network.Activation;
import backstep.network.Batch;
import backstep.network.Cost;
import backstep.network.Dense;
import backstep.network.Initialization;
import backstep.network.Loss;
import backstep.network.Network;
import backstep.network.Penalty;
import backstep.network.Sign;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The small vocabulary of these tests. */
final class GivenPlan {

    private GivenPlan() {}

    static final Batch XOR = new Batch(Matrix.of(4, 2, 0, 0, 0, 1, 1, 0, 1, 1), Matrix.of(4, 1, 0, 1, 1, 0));

    /** {@return a network of layers with one activation, and an output with another} */
    static Network network(Loss loss, Activation hidden, Activation output, int... sizes) {
        List<Dense> layers = Arrays.stream(sizes, 1, sizes.length)
                .mapToObj(units -> new Dense(units, hidden))
                .toList();
        List<Dense> all = new ArrayList<>(layers.subList(0, layers.size() - 1));
        all.add(new Dense(sizes[sizes.length - 1], output));
        return new Network(sizes[0], all, loss);
    }

    static Network classifier(int... sizes) {
        return network(Loss.BINARY_CROSS_ENTROPY, Activation.TANH, Activation.SIGMOID, sizes);
    }

    static Plan plan(Network network, Split split, Training training) {
        return new Plan(
                new Cost(network, Penalty.NONE, Sign.LOSS),
                Initialization.XAVIER_UNIFORM.theta(network, training.seed()),
                split,
                training);
    }

    static Split train(Batch batch) {
        return new Split(batch, Optional.empty());
    }

    /** {@return XOR by 2-2-1 in batches of 3 and 1, for 50 epochs} */
    static Plan xor(Optimizer optimizer) {
        Training training = Training.DEFAULT.with(optimizer).withBatchSize(3).withEpochs(50);
        return plan(classifier(2, 2, 1), train(XOR), training);
    }
}
