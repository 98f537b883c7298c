package backstep.network;

import backstep.linalg.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/** Random networks with moderate weights and their data, for what holds of every network. The same seed gives the same. */
public final class RandomSettings {

    private static final List<Activation> HIDDEN =
            List.of(Activation.SIGMOID, Activation.RELU, Activation.TANH, Activation.LINEAR, Activation.LEAKY_RELU);

    private RandomSettings() {}

    /** {@return 1 to 4 layers of 1 to 5 units with 1 to 4 examples, any output, loss, λ and sign that go together} */
    public static Setting of(long seed) {
        Random random = random(seed);
        Network network = network(random);
        Theta theta = theta(network, random);
        Batch batch = batch(network, 1 + random.nextInt(4), random);
        double lambda = random.nextBoolean() ? 0 : random.nextDouble();
        Sign sign = sign(network.loss(), random);
        double l1 = random.nextInt(3) > 0 ? 0 : 0.1 * random.nextDouble();
        return new Setting(network, theta, batch, new Penalty(lambda, l1), sign);
    }

    /** {@return a generator whose first numbers differ widely for seeds in a row, as those of Random do not} */
    private static Random random(long seed) {
        return new Random(new SplittableRandom(seed).nextLong());
    }

    private static Network network(Random random) {
        Loss loss = pick(List.of(Loss.values()), random);
        List<Activation> outputs = outputs(loss);
        List<Dense> layers = new ArrayList<>();
        for (int hidden = random.nextInt(4); hidden > 0; hidden--) {
            layers.add(new Dense(1 + random.nextInt(5), pick(HIDDEN, random)));
        }
        Activation output = pick(outputs, random);
        int least = output == Activation.SOFTMAX ? 2 : 1;
        layers.add(new Dense(least + random.nextInt(4), output));
        return new Network(1 + random.nextInt(5), layers, loss);
    }

    /** {@return the activations whose values lie in the domain of the loss} */
    static List<Activation> outputs(Loss loss) {
        return switch (loss) {
            case BINARY_CROSS_ENTROPY, CROSS_ENTROPY -> List.of(Activation.SIGMOID, Activation.SOFTMAX);
            case SQUARED_ERROR, HALF_SQUARED_ERROR -> List.of(Activation.values());
        };
    }

    private static Sign sign(Loss loss, Random random) {
        boolean likelihood = loss == Loss.CROSS_ENTROPY || loss == Loss.BINARY_CROSS_ENTROPY;
        return likelihood && random.nextBoolean() ? Sign.LOG_LIKELIHOOD : Sign.LOSS;
    }

    static Theta theta(Network network, Random random) {
        List<Matrix> matrices = new ArrayList<>();
        for (int l = 1; l <= network.depth(); l++) {
            matrices.add(matrix(network.units(l + 1), network.units(l) + 1, random));
        }
        return new Theta(matrices);
    }

    public static Batch batch(Network network, int examples, Random random) {
        Matrix x = matrix(examples, network.inputs(), random);
        boolean oneHot = network.activation(network.outputLayer()) == Activation.SOFTMAX && random.nextBoolean();
        return new Batch(x, oneHot ? oneHot(examples, network.outputs(), random) : targets(examples, network, random));
    }

    private static Matrix targets(int examples, Network network, Random random) {
        boolean certain = random.nextBoolean();
        double[] y = random.doubles((long) examples * network.outputs()).toArray();
        for (int k = 0; k < y.length && certain; k++) {
            y[k] = Math.rint(y[k]);
        }
        return Matrix.of(examples, network.outputs(), y);
    }

    private static Matrix oneHot(int examples, int outputs, Random random) {
        double[] y = new double[examples * outputs];
        for (int e = 0; e < examples; e++) {
            y[e * outputs + random.nextInt(outputs)] = 1;
        }
        return Matrix.of(examples, outputs, y);
    }

    static Matrix matrix(int rows, int columns, Random random) {
        return Matrix.of(
                rows, columns, random.doubles((long) rows * columns, -1, 1).toArray());
    }

    private static <T> T pick(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
