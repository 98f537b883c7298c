package backstep.benchmark.gpu;

import backstep.data.Split;
import backstep.linalg.Matrix;
import backstep.linalg.MatrixEngine;
import backstep.network.Activation;
import backstep.network.Batch;
import backstep.network.Conv2d;
import backstep.network.Cost;
import backstep.network.Dense;
import backstep.network.Flatten;
import backstep.network.Initialization;
import backstep.network.Layer;
import backstep.network.Loss;
import backstep.network.MaxPool2d;
import backstep.network.Network;
import backstep.network.Penalty;
import backstep.network.Shape;
import backstep.network.Sign;
import backstep.training.Plan;
import backstep.training.Sgd;
import backstep.training.Trainer;
import backstep.training.Training;
import backstep.training.speed.Work;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Updates of a network on random examples: forward, backward, a step of gradient descent.
 *
 * @param batch how many examples an update takes
 */
record Task(Network network, int batch) {

    private static final int CLASSES = 10;
    private static final int BATCHES = 4;
    private static final double LEARNING_RATE = 1e-3;

    /** {@return 784–512–256–10, 256 examples an update} */
    static Task dense() {
        return new Task(network(new Shape.Row(784), relu(512), relu(256), output()), 256);
    }

    /** {@return the convolutional network of the lecture, 128 examples an update} */
    static Task convolutional() {
        Network network = network(
                new Shape.Image(1, 32, 32),
                new Conv2d(6, 3, 1, 0, Activation.RELU),
                new MaxPool2d(2),
                new Conv2d(16, 3, 1, 0, Activation.RELU),
                new MaxPool2d(2),
                new Flatten(),
                relu(120),
                relu(84),
                output());
        return new Task(network, 128);
    }

    /** {@return a network whose inputs and two hidden layers have so many units, 128 examples an update} */
    static Task ofWidth(int units) {
        return new Task(network(new Shape.Row(units), relu(units), relu(units), output()), 128);
    }

    private static Network network(Shape input, Layer... layers) {
        return new Network(input, List.of(layers), Loss.CROSS_ENTROPY);
    }

    private static Dense relu(int units) {
        return new Dense(units, Activation.RELU);
    }

    private static Dense output() {
        return new Dense(CLASSES, Activation.SOFTMAX);
    }

    /** {@return the work of an update, as it is counted where a run chooses its engine} */
    Work work() {
        return Work.ofUpdate(plan());
    }

    /**
     * {@return how many operations the matrix products of an update take} A product of two numbers and its addition are two. Backward
     * every layer takes as many for its slopes, and all but the first as many for the error that goes on.
     */
    double operations() {
        long first = network.layer(2).products(network.shape(1));
        return 2.0 * batch * (3 * network.products() - first);
    }

    /** {@return how many seconds an update takes, and to see whether all is finite, as a run does after each} */
    double seconds(MatrixEngine engine, Stopwatch watch) {
        Trainer trainer = new Trainer(engine, plan());
        return watch.seconds(() -> {
            trainer.update();
            trainer.isFinite();
        });
    }

    private Plan plan() {
        Random random = new Random(1);
        double[][] y = new double[BATCHES * batch][CLASSES];
        for (double[] row : y) {
            row[random.nextInt(CLASSES)] = 1;
        }
        double[] x = random.doubles((long) y.length * network.inputs()).toArray();
        Batch examples = new Batch(Matrix.of(y.length, network.inputs(), x), Matrix.ofRows(y));
        Training training = Training.DEFAULT
                .with(Sgd.plain(LEARNING_RATE))
                .withBatchSize(batch)
                .withEpochs(Training.EPOCHS);
        return new Plan(
                new Cost(network, Penalty.NONE, Sign.LOSS),
                Initialization.HE_NORMAL.theta(network, 1),
                new Split(examples, Optional.empty()),
                training);
    }
}
