package backstep.benchmark;

import backstep.linalg.Matrix;
import backstep.linalg.ejml.EjmlEngine;
import backstep.network.Activation;
import backstep.network.Batch;
import backstep.network.Dense;
import backstep.network.Loss;
import backstep.network.Network;
import backstep.network.Pass;
import backstep.network.Recorder;
import backstep.network.Recording;
import backstep.network.Setting;
import backstep.network.Sign;
import backstep.network.Theta;
import backstep.story.Grain;
import backstep.story.Notation;
import backstep.story.Step;
import backstep.story.network.NetworkStory;
import backstep.training.Update;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A 784–128–10 network over 64 examples: the pass with every number recorded beside the same pass without, and the millionth
 * step of its story, told by term.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class NetworkBenchmark {

    private static final int EXAMPLES = 64;
    private static final int STEP = 1_000_000;

    private final EjmlEngine engine = new EjmlEngine();
    private Setting setting;
    private NetworkStory story;

    @Setup
    public void makeStory() {
        setting = setting();
        Recording recording = Recording.of(engine, setting);
        story = NetworkStory.of(recording, Update.of(engine, recording, 0.1), Grain.TERM, Notation.STANDARD);
    }

    private static Setting setting() {
        Random random = new Random(1);
        Network network = new Network(
                784, List.of(new Dense(128, Activation.RELU), new Dense(10, Activation.SOFTMAX)), Loss.CROSS_ENTROPY);
        Theta theta = new Theta(List.of(numbers(random, 128, 785), numbers(random, 10, 129)));
        double[][] y = new double[EXAMPLES][10];
        for (double[] row : y) {
            row[random.nextInt(row.length)] = 1;
        }
        Batch batch = new Batch(numbers(random, EXAMPLES, 784), Matrix.ofRows(y));
        return new Setting(network, theta, batch, 0, Sign.LOSS);
    }

    private static Matrix numbers(Random random, int rows, int columns) {
        double[] entries = random.doubles((long) rows * columns, -0.1, 0.1).toArray();
        return Matrix.of(rows, columns, entries);
    }

    @Benchmark
    public Recording recorded() {
        return Recording.of(engine, setting);
    }

    @Benchmark
    public double unrecorded() {
        Pass pass = Pass.over(engine, setting);
        pass.forward(Recorder.NONE);
        pass.backward(Recorder.NONE);
        return pass.cost();
    }

    @Benchmark
    public Step millionthStep() {
        return story.step(STEP);
    }
}
