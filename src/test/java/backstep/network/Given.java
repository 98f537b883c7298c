package backstep.network;

import backstep.linalg.Matrix;
import backstep.linalg.ejml.EjmlEngine;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** The small vocabulary of these tests. */
final class Given {

    private Given() {}

    static Network network(int inputs, Loss loss, Dense... layers) {
        return new Network(inputs, List.of(layers), loss);
    }

    /** {@return the network of a text such as 2 → 3 tanh → 1 sigmoid, squared-error} */
    static Network network(String text) {
        String[] parts = text.split(", ");
        String[] layers = parts[0].split(" → ");
        List<Dense> dense = Arrays.stream(layers)
                .skip(1)
                .map(layer -> layer.split(" "))
                .map(layer -> new Dense(Integer.parseInt(layer[0]), Activation.valueOf(constant(layer[1]))))
                .toList();
        return new Network(Integer.parseInt(layers[0]), dense, Loss.valueOf(constant(parts[1])));
    }

    private static String constant(String spelling) {
        return spelling.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    static Dense layer(int units, Activation activation) {
        return new Dense(units, activation);
    }

    /** {@return the single node of logistic regression} */
    static Network node(int inputs) {
        return network(inputs, Loss.BINARY_CROSS_ENTROPY, layer(1, Activation.SIGMOID));
    }

    static Theta theta(double[][]... matrices) {
        return new Theta(Arrays.stream(matrices).map(Matrix::ofRows).toList());
    }

    static Batch batch(double[][] x, double[][] y) {
        return new Batch(Matrix.ofRows(x), Matrix.ofRows(y));
    }

    /** {@return a setting without penalty, with random weights and examples} */
    static Setting setting(Network network, long seed) {
        Random random = new Random(seed);
        Theta theta = RandomSettings.theta(network, random);
        return new Setting(network, theta, RandomSettings.batch(network, 3, random), 0, Sign.LOSS);
    }

    static Setting with(double lambda, Setting setting) {
        return new Setting(setting.network(), setting.theta(), setting.batch(), lambda, setting.sign());
    }

    static Setting with(Sign sign, Setting setting) {
        return new Setting(setting.network(), setting.theta(), setting.batch(), setting.penalty(), sign);
    }

    static Setting with(Batch batch, Setting setting) {
        return new Setting(setting.network(), setting.theta(), batch, setting.penalty(), setting.sign());
    }

    static Recording recording(Setting setting) {
        return Recording.of(new EjmlEngine(), setting);
    }
}
