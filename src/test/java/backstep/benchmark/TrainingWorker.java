package backstep.benchmark;

import backstep.data.Split;
import backstep.linalg.Matrix;
import backstep.linalg.MatrixEngine;
import backstep.linalg.ejml.EjmlEngine;
import backstep.linalg.ejml.EjmlFloatEngine;
import backstep.network.Activation;
import backstep.network.Batch;
import backstep.network.Conv2d;
import backstep.network.Cost;
import backstep.network.Dense;
import backstep.network.Flatten;
import backstep.network.Layer;
import backstep.network.Loss;
import backstep.network.MaxPool2d;
import backstep.network.Network;
import backstep.network.Penalty;
import backstep.network.Shape;
import backstep.network.Sign;
import backstep.network.Theta;
import backstep.training.Plan;
import backstep.training.Sgd;
import backstep.training.Trainer;
import backstep.training.Training;
import com.sun.management.ThreadMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Trains when it is told to, as the workers of {@code src/test/peers} do in other languages: commands come a line each, and are
 * answered by a line of JSON. The arguments are the folder with the work, and {@code java} or {@code system} for the products, {@code java32} or
 * {@code system32} for those of single precision.
 */
public final class TrainingWorker {

    private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final PrintStream OUT = System.out;

    private final JsonNode work;
    private final Network network;
    private final Theta theta;
    private final Batch examples;
    private final MatrixEngine engine;
    private final Trainer trainer;

    private TrainingWorker(Path folder, MatrixEngine engine) throws IOException {
        this.engine = engine;
        work = JsonMapper.shared().readTree(Files.readString(folder.resolve("work.json")));
        ByteBuffer numbers = ByteBuffer.wrap(Files.readAllBytes(folder.resolve("numbers.bin")))
                .order(ByteOrder.LITTLE_ENDIAN);
        network = work.has("sizes") ? denseNetwork() : network();
        List<Matrix> matrices = new ArrayList<>();
        for (int l = 1; l <= network.depth(); l++) {
            matrices.add(next(numbers, network.theta(l).rows(), network.theta(l).columns()));
        }
        theta = new Theta(matrices);
        int count = work.get("examples").asInt();
        examples = new Batch(next(numbers, count, network.inputs()), next(numbers, count, network.outputs()));
        trainer = trainer(true);
    }

    private static Matrix next(ByteBuffer numbers, int rows, int columns) {
        double[] entries = new double[rows * columns];
        for (int k = 0; k < entries.length; k++) {
            entries[k] = numbers.getDouble();
        }
        return Matrix.of(rows, columns, entries);
    }

    private Network denseNetwork() {
        int[] sizes = JsonMapper.shared().treeToValue(work.get("sizes"), int[].class);
        Activation hidden = activation(work.get("activation").asString());
        boolean isSingle = sizes[sizes.length - 1] == 1;
        List<Dense> layers = new ArrayList<>();
        for (int l = 1; l < sizes.length - 1; l++) {
            layers.add(new Dense(sizes[l], hidden));
        }
        layers.add(new Dense(sizes[sizes.length - 1], isSingle ? Activation.TANH : Activation.SOFTMAX));
        return new Network(sizes[0], layers, isSingle ? Loss.HALF_SQUARED_ERROR : Loss.CROSS_ENTROPY);
    }

    /** The network of images whose layers the work lists. */
    private Network network() {
        int[] inputs = JsonMapper.shared().treeToValue(work.get("inputs"), int[].class);
        List<Layer> layers = new ArrayList<>();
        for (JsonNode layer : work.get("layers")) {
            layers.add(layer(layer));
        }
        return new Network(Shape.Image.ofInputs(inputs[0], inputs[1], inputs[2]), layers, Loss.CROSS_ENTROPY);
    }

    private static Layer layer(JsonNode layer) {
        return switch (layer.get("type").asString()) {
            case "conv2d" ->
                new Conv2d(layer.get("filters").asInt(), layer.get("kernel").asInt(), 1, 0, Activation.RELU);
            case "max-pool2d" -> new MaxPool2d(layer.get("size").asInt());
            case "flatten" -> new Flatten();
            default ->
                new Dense(
                        layer.get("units").asInt(),
                        activation(layer.get("activation").asString()));
        };
    }

    private static Activation activation(String name) {
        return Activation.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private Trainer trainer(boolean shuffled) {
        Training training = Training.DEFAULT
                .with(Sgd.plain(work.get("learningRate").asDouble()))
                .withBatchSize(work.get("batch").asInt())
                .withEpochs(Training.EPOCHS);
        Plan plan = new Plan(
                new Cost(network, Penalty.NONE, Sign.LOSS),
                theta,
                new Split(examples, Optional.empty()),
                shuffled ? training : training.inOrder());
        return new Trainer(engine, plan);
    }

    private int perEpoch() {
        return Math.ceilDiv(examples.size(), work.get("batch").asInt());
    }

    /** Trains for a time, and {@return how many examples that were, how long it took, and the memory that it allocated} */
    private String run(double seconds) {
        long batch = work.get("batch").asInt();
        long wall = System.nanoTime();
        long cpu = THREAD.getCurrentThreadCpuTime();
        long bytes = THREAD.getCurrentThreadAllocatedBytes();
        long updates = 0;
        while (System.nanoTime() - wall < seconds * 1e9) {
            trainer.update();
            updates++;
        }
        bytes = THREAD.getCurrentThreadAllocatedBytes() - bytes;
        cpu = THREAD.getCurrentThreadCpuTime() - cpu;
        wall = System.nanoTime() - wall;
        return String.format(
                Locale.ROOT,
                "{\"examples\": %d, \"wall\": %.6f, \"cpu\": %.6f, \"bytesPerUpdate\": %.1f}",
                updates * batch,
                wall / 1e9,
                cpu / 1e9,
                (double) bytes / updates);
    }

    /** One epoch in the order of the data, from the first weights; the weights after it go to a file. */
    private String epoch(Path file) throws IOException {
        Trainer fresh = trainer(false);
        for (int k = 0; k < perEpoch(); k++) {
            fresh.update();
        }
        ByteBuffer weights = ByteBuffer.allocate(8 * network.weights()).order(ByteOrder.LITTLE_ENDIAN);
        for (Matrix matrix : fresh.theta().matrices()) {
            for (double weight : matrix.toArray()) {
                weights.putDouble(weight);
            }
        }
        Files.write(file, weights.array());
        return "{}";
    }

    private static MatrixEngine engine(String name) {
        return switch (name) {
            case "java" -> new EjmlEngine();
            case "system" -> EjmlEngine.withSystemLibrary();
            case "java32" -> new EjmlFloatEngine();
            case "system32" -> EjmlFloatEngine.withSystemLibrary();
            default -> throw new IllegalArgumentException("no engine is named " + name);
        };
    }

    public static void main(String[] arguments) throws IOException {
        MatrixEngine engine = engine(arguments[1]);
        TrainingWorker worker = new TrainingWorker(Path.of(arguments[0]), engine);
        OUT.println("{\"ready\": \"Backstep, " + engine.products() + ", "
                + engine.precision().spelling() + "\"}");
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            String[] words = line.split(" ");
            OUT.println(
                    words[0].equals("run")
                            ? worker.run(Double.parseDouble(words[1]))
                            : worker.epoch(Path.of(words[1])));
        }
    }
}
