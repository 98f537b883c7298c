package backstep.server;

import backstep.linalg.Buffer;
import backstep.linalg.Matrix;
import backstep.linalg.MatrixEngine;
import backstep.network.Activation;
import backstep.network.Batch;
import backstep.network.Cost;
import backstep.network.Network;
import backstep.network.Pass;
import backstep.network.Recorder;
import backstep.network.Theta;
import backstep.network.Weights;
import java.util.ArrayList;
import java.util.List;

/** How the activations of each layer are spread over the first examples of a data set. */
final class Histograms {

    private static final int BINS = 40;
    private static final int MOST_EXAMPLES = 500;

    private final MatrixEngine engine;
    private final Network network;
    private final Weights weights;
    private final Pass pass;

    Histograms(MatrixEngine engine, Cost cost, Batch examples) {
        this.engine = engine;
        network = cost.network();
        weights = new Weights(engine, network);
        int count = Math.min(MOST_EXAMPLES, examples.size());
        pass = new Pass(engine, cost, weights, count);
        pass.load(new Batch(examples.x().rows(0, count), examples.y().rows(0, count)));
    }

    /** {@return a histogram for each layer but the inputs} */
    List<Picture> of(Theta theta) {
        List<Picture> pictures = new ArrayList<>();
        weights.write(theta);
        pass.predict(new Recorder() {
            @Override
            public void layer(int l, Buffer z, Buffer a) {
                Matrix activations = engine.read(a);
                pictures.add(histogram(l, activations.columns(1, activations.columns())));
            }
        });
        return pictures;
    }

    private Picture histogram(int l, Matrix a) {
        double[] bounds = bounds(network.activation(l), a);
        float[] counts = new float[BINS];
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < a.columns(); j++) {
                double share = (a.at(i, j) - bounds[0]) / (bounds[1] - bounds[0]);
                if (Double.isFinite(share)) {
                    counts[Math.clamp((int) (share * BINS), 0, BINS - 1)]++;
                }
            }
        }
        return new Picture("histogram." + l, 1, BINS, bounds[0], bounds[1], counts);
    }

    private static double[] bounds(Activation g, Matrix a) {
        return switch (g) {
            case SIGMOID, SOFTMAX -> new double[] {0, 1};
            case TANH -> new double[] {-1, 1};
            case RELU, LEAKY_RELU, LINEAR -> extremes(a);
        };
    }

    /** {@return the least and the largest finite number, 0 and 1 where there are no two} */
    private static double[] extremes(Matrix a) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double number : a.toArray()) {
            if (Double.isFinite(number)) {
                least = Math.min(least, number);
                most = Math.max(most, number);
            }
        }
        return least < most ? new double[] {least, most} : new double[] {0, 1};
    }
}
