package backstep.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Random small networks with layers of every kind. The same seed gives the same. */
final class RandomLayers {

    private static final List<Activation> HIDDEN =
            List.of(Activation.SIGMOID, Activation.RELU, Activation.TANH, Activation.LINEAR, Activation.LEAKY_RELU);

    private final Random random;
    private final List<Layer> layers = new ArrayList<>();
    private Shape shape;

    private RandomLayers(long seed) {
        random = new Random(new SplittableRandom(seed).nextLong());
        shape = random.nextInt(3) == 0
                ? new Shape.Row(1 + random.nextInt(4))
                : new Shape.Image(1 + random.nextInt(2), 3 + random.nextInt(4), 3 + random.nextInt(4));
    }

    /** {@return a network of 2 to 8 layers with 3 to 6 examples, any output, loss, λ and sign that go together} */
    static Setting of(long seed) {
        return new RandomLayers(seed).setting();
    }

    private Setting setting() {
        Shape input = shape;
        for (int k = random.nextInt(4); k >= 0; k--) {
            add(random.nextInt(6));
        }
        Loss loss = Loss.values()[random.nextInt(4)];
        List<Activation> outputs = RandomSettings.outputs(loss);
        add(new Dense(2 + random.nextInt(2), outputs.get(random.nextInt(outputs.size()))));
        Network network = new Network(input, layers, loss);
        Batch batch = RandomSettings.batch(network, 3 + random.nextInt(4), random);
        Penalty penalty = new Penalty(random.nextBoolean() ? 0 : random.nextDouble(), 0.1 * random.nextInt(2));
        Sign sign = loss.isLikelihood() && random.nextBoolean() ? Sign.LOG_LIKELIHOOD : Sign.LOSS;
        return new Setting(network, theta(network, random), batch, penalty, sign);
    }

    /** {@return weights between −1 and 1} */
    static Theta theta(Network network, Random random) {
        return new Theta(IntStream.rangeClosed(1, network.depth())
                .mapToObj(network::theta)
                .map(shape -> RandomSettings.matrix(shape.rows(), shape.columns(), random))
                .toList());
    }

    private void add(int kind) {
        switch (kind) {
            case 0 -> add(new BatchNorm(activation()));
            case 1 -> block();
            case 2 -> add(shape instanceof Shape.Image image ? convolution(image) : new Dense(3, activation()));
            case 3 -> add(shape instanceof Shape.Image image ? pool(image) : new Dense(2, activation()));
            case 4 -> add(new Flatten());
            default -> add(new Dense(1 + random.nextInt(4), activation()));
        }
    }

    private void block() {
        int before = layers.size();
        Shape given = shape;
        if (random.nextBoolean()) {
            add(new BatchNorm(activation()));
        }
        if (shape instanceof Shape.Image image) {
            add(new Conv2d(image.channels(), 3, 1, 1, activation()));
        } else {
            add(new Dense(given.size(), activation()));
        }
        if (random.nextInt(3) == 0) {
            add(new BatchNorm(activation()));
            add(new Addition(1, activation()));
        }
        add(new Addition(layers.size() - before, activation()));
    }

    private Layer convolution(Shape.Image image) {
        int padding = random.nextInt(2);
        int kernel = 1 + random.nextInt(Math.min(3, Math.min(image.height(), image.width()) + 2 * padding));
        return new Conv2d(1 + random.nextInt(3), kernel, 1 + random.nextInt(2), padding, activation());
    }

    private Layer pool(Shape.Image image) {
        return new MaxPool2d(1 + random.nextInt(Math.min(2, Math.min(image.height(), image.width()))));
    }

    private void add(Layer layer) {
        shape = layer.output("", shape);
        layers.add(layer);
    }

    private Activation activation() {
        return HIDDEN.get(random.nextInt(HIDDEN.size()));
    }

    /** {@return how many parts of a kind the networks of some seeds have} */
    static long count(Class<? extends Layer> kind, IntStream seeds) {
        return seeds.mapToObj(RandomLayers::of)
                .flatMap(setting -> setting.network().layers().stream())
                .filter(kind::isInstance)
                .count();
    }
}
