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
import backstep.story.Grain;
import backstep.story.Notation;
import backstep.training.Adagrad;
import backstep.training.Adam;
import backstep.training.AdamW;
import backstep.training.Lamb;
import backstep.training.Optimizer;
import backstep.training.OptimizerState;
import backstep.training.RmsProp;
import backstep.training.Sgd;
import backstep.training.Update;
import backstep.training.UpdateSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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

    /** The story of a pass and of an update that is not the first of its optimizer. */
    static NetworkStory story(Setting setting, Grain grain, UpdateSetting update) {
        Recording recording = recording(setting);
        return NetworkStory.of(recording, Update.of(new EjmlEngine(), recording, update), grain, Notation.STANDARD);
    }

    /** Every optimizer after two updates of other batches, with what it might remember of them. */
    static List<UpdateSetting> optimizers(Setting setting) {
        return Stream.of(
                        Sgd.plain(0.5),
                        new Sgd(0.5, 0.9, false),
                        new Sgd(0.5, 0.9, true),
                        Adagrad.of(0.1),
                        RmsProp.of(0.01),
                        Adam.of(0.01),
                        AdamW.of(0.01),
                        Lamb.of(0.01),
                        new Lamb(0.01, Lamb.MEANS, 0.1))
                .map(optimizer -> after(2, optimizer, setting))
                .toList();
    }

    private static UpdateSetting after(int updates, Optimizer optimizer, Setting setting) {
        Random random = new Random(17);
        OptimizerState nothing = UpdateSetting.nothing(optimizer, setting.theta());
        return new UpdateSetting(
                optimizer,
                optimizer.learningRate() / 2,
                OptionalDouble.empty(),
                new OptimizerState(
                        updates,
                        memory(random, nothing.first(), optimizer),
                        memory(random, nothing.second(), optimizer)));
    }

    /** Squares are positive. */
    private static List<Matrix> memory(Random random, List<Matrix> shapes, Optimizer optimizer) {
        double least = optimizer instanceof Sgd ? -1 : 0;
        return shapes.stream()
                .map(shape -> Matrix.of(
                        shape.rows(),
                        shape.columns(),
                        random.doubles(shape.size(), least, 1).toArray()))
                .toList();
    }

    static NetworkStory story(Setting setting, Grain grain, Notation notation) {
        Recording recording = recording(setting);
        return NetworkStory.of(recording, Update.of(new EjmlEngine(), recording, LEARNING_RATE), grain, notation);
    }
}
