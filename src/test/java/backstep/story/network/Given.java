package backstep.story.network;

import backstep.linalg.Matrix;
import backstep.linalg.ejml.EjmlEngine;
import backstep.network.Activation;
import backstep.network.Batch;
import backstep.network.Dense;
import backstep.network.Loss;
import backstep.network.Network;
import backstep.network.Penalty;
import backstep.network.Recording;
import backstep.network.Setting;
import backstep.network.Sign;
import backstep.network.Theta;
import backstep.network.Update;
import backstep.story.Grain;
import backstep.story.Notation;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** The small vocabulary of these tests. */
final class Given {

    private static final double LEARNING_RATE = 0.5;

    private Given() {}

    /** The 3–3–1 network of sigmoids whose numbers the page was drawn with. */
    static Setting threeThreeOne() {
        Network network = network(Loss.BINARY_CROSS_ENTROPY, Activation.SIGMOID, Activation.SIGMOID, 3, 3, 1);
        Theta theta = new Theta(List.of(
                Matrix.ofRows(new double[][] {{0.1, 0.4, -0.6, 0.3}, {-0.2, 0.7, 0.5, -0.4}, {0.3, -0.5, 0.2, 0.6}}),
                Matrix.ofRows(new double[][] {{-0.1, 0.8, -0.9, 0.5}})));
        Batch batch = new Batch(
                Matrix.ofRows(new double[][] {{1, 0, 0.5}, {0, 1, 1}, {1, 1, 0}, {0.5, 0.5, 1}}),
                Matrix.ofRows(new double[][] {{1}, {0}, {1}, {0}}));
        return new Setting(network, theta, batch, 0.01, Sign.LOSS);
    }

    static Network network(Loss loss, Activation hidden, Activation output, int... sizes) {
        List<Dense> layers = new ArrayList<>();
        for (int l = 1; l < sizes.length; l++) {
            layers.add(new Dense(sizes[l], l == sizes.length - 1 ? output : hidden));
        }
        return new Network(sizes[0], layers, loss);
    }

    static Setting random(Network network, int examples, long seed) {
        return random(network, examples, new Penalty(0.1, 0), Sign.LOSS, seed);
    }

    static Setting random(Network network, int examples, Penalty penalty, Sign sign, long seed) {
        Random random = new Random(seed);
        List<Matrix> theta = IntStream.rangeClosed(1, network.depth())
                .mapToObj(l -> numbers(random, network.units(l + 1), network.units(l) + 1))
                .toList();
        Matrix x = numbers(random, examples, network.inputs());
        double[][] y = new double[examples][network.outputs()];
        for (double[] row : y) {
            row[random.nextInt(row.length)] = 1;
        }
        return new Setting(network, new Theta(theta), new Batch(x, Matrix.ofRows(y)), penalty, sign);
    }

    private static Matrix numbers(Random random, int rows, int columns) {
        return Matrix.of(
                rows, columns, random.doubles((long) rows * columns, -1, 1).toArray());
    }

    static Recording recording(Setting setting) {
        return Recording.of(new EjmlEngine(), setting);
    }

    static NetworkStory story(Setting setting, Grain grain) {
        return story(setting, grain, Notation.STANDARD);
    }

    static NetworkStory story(Setting setting, Grain grain, Notation notation) {
        Recording recording = recording(setting);
        return NetworkStory.of(recording, Update.of(new EjmlEngine(), recording, LEARNING_RATE), grain, notation);
    }
}
