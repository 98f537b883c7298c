package backstep.training.diagnosis;

import backstep.linalg.Buffer;
import backstep.linalg.Matrix;
import backstep.linalg.MatrixEngine;
import backstep.network.Activation;
import backstep.network.Batch;
import backstep.network.Network;
import backstep.network.Pass;
import backstep.network.Recorder;
import backstep.network.Theta;
import backstep.network.Weights;
import backstep.training.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.function.Predicate;

/** What the slopes g′(z) of hidden units are over the training examples. */
final class Activity {

    /** The most examples that are looked at. */
    private static final int MOST = 2_000;

    /** A mean slope below this part of the largest that g has is that of a saturated unit. */
    private static final double SATURATED = 0.05;

    /**
     * Units of a layer that learn nothing.
     *
     * @param layer l
     */
    record Share(int layer, int units, int of) {

        double value() {
            return (double) units / of;
        }
    }

    private final Network network;
    private final List<Layer> layers = new ArrayList<>();

    /** @param slopes the mean slope of each unit, as a part of the largest that g has */
    private record Layer(int layer, List<Double> slopes) {}

    /** The activity of a plan's network with these weights. */
    static Activity of(MatrixEngine engine, Plan plan, Theta theta) {
        Batch train = plan.split().train();
        int examples = Math.min(MOST, train.size());
        Weights weights = new Weights(engine, plan.network());
        weights.write(theta);
        Pass pass = new Pass(engine, plan.cost(), weights, examples);
        pass.load(new Batch(train.x().rows(0, examples), train.y().rows(0, examples)));
        Activity activity = new Activity(plan.network());
        pass.predict(activity.recorder(engine));
        return activity;
    }

    private Activity(Network network) {
        this.network = network;
    }

    private Recorder recorder(MatrixEngine engine) {
        return new Recorder() {
            @Override
            public void layer(int l, Buffer z, Buffer a) {
                if (l < network.outputLayer()) {
                    layers.add(new Layer(l, slopes(network.activation(l), engine.read(z), engine.read(a))));
                }
            }
        };
    }

    private static List<Double> slopes(Activation g, Matrix z, Matrix a) {
        List<Double> slopes = new ArrayList<>();
        for (int i = 0; i < z.columns(); i++) {
            double sum = 0;
            for (int e = 0; e < z.rows(); e++) {
                sum += g.derivative(z.at(e, i), a.at(e, i + 1));
            }
            slopes.add(sum / z.rows() / steepest(g));
        }
        return slopes;
    }

    private static double steepest(Activation g) {
        return switch (g) {
            case SIGMOID -> 0.25;
            case RELU, TANH, LINEAR, SOFTMAX, LEAKY_RELU -> 1;
        };
    }

    /** {@return the layer with the largest share of units whose slope is 0 for every example} */
    Share dead() {
        return most(g -> g == Activation.RELU, slope -> slope == 0);
    }

    /** {@return the layer with the largest share of units whose slope is nearly 0 for nearly every example} */
    Share saturated() {
        return most(g -> g == Activation.SIGMOID || g == Activation.TANH, slope -> slope < SATURATED);
    }

    private Share most(Predicate<Activation> of, DoublePredicate is) {
        Share most = new Share(0, 0, 1);
        for (Layer layer : layers) {
            if (of.test(network.activation(layer.layer()))) {
                int units = (int)
                        layer.slopes().stream().filter(slope -> is.test(slope)).count();
                Share share = new Share(layer.layer(), units, layer.slopes().size());
                most = share.value() > most.value() ? share : most;
            }
        }
        return most;
    }
}
