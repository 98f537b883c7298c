package backstep.training;

import backstep.linalg.Matrix;
import backstep.linalg.MatrixEngine;
import backstep.network.Batch;
import backstep.network.Cost;
import backstep.network.LoadedExamples;
import backstep.network.Network;
import backstep.network.Pass;
import backstep.network.Recorder;
import backstep.network.Theta;
import backstep.network.Weights;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Judges weights by a set of examples, some hundred at a time, or fewer where a network is so wide that they would take much memory. */
public final class Evaluation {

    /** The most examples that are judged at a time. */
    private static final int AT_ONCE = 256;

    /** The most numbers that all units have together for the examples that are judged at a time. */
    private static final long NUMBERS = 1 << 18;

    private final MatrixEngine engine;
    private final Weights weights;
    private final Batch examples;
    private final LoadedExamples loaded;
    private final int[] rows;
    private final Pass full;
    private final Pass rest;
    private final int classes;

    /** An evaluation by these examples. */
    public Evaluation(MatrixEngine engine, Cost cost, Batch examples) {
        this(engine, cost, new Weights(engine, cost.network()), examples);
    }

    /** An evaluation of weights that are in the engine's memory already. */
    Evaluation(MatrixEngine engine, Cost cost, Weights weights, Batch examples) {
        this.engine = engine;
        this.weights = weights;
        this.examples = examples;
        loaded = LoadedExamples.of(engine, examples);
        rows = IntStream.range(0, examples.size()).toArray();
        int size = atOnce(cost.network(), examples.size());
        int left = examples.size() % size;
        full = new Pass(engine, cost, weights, size);
        rest = left == 0 ? full : new Pass(engine, cost, weights, left);
        classes = Classes.areMeant(cost.network(), examples) ? Classes.count(cost.network()) : 0;
    }

    /** {@return how many of so many examples are judged at a time} */
    public static int atOnce(Network network, int examples) {
        return Math.min(examples, Math.clamp(NUMBERS / network.allUnits(), 1, AT_ONCE));
    }

    /** {@return how these weights do} */
    public Score of(Theta theta) {
        weights.write(theta);
        return score();
    }

    /** {@return ŷ of every example with these weights [n × K]} */
    public Matrix outputs(Theta theta) {
        weights.write(theta);
        double[][] outputs = new double[examples.size()][];
        eachPart((pass, from) -> {
            Matrix output = engine.read(pass.output());
            for (int e = 0; e < output.rows(); e++) {
                outputs[from + e] = output.columns(1, output.columns()).row(e);
            }
        });
        return Matrix.ofRows(outputs);
    }

    /** What is done with a pass over some of the examples, the first of which is {@code from}. */
    private interface Part {
        void take(Pass pass, int from);
    }

    private void eachPart(Part part) {
        for (int from = 0; from < examples.size(); from += full.examples()) {
            Pass pass = examples.size() - from < full.examples() ? rest : full;
            pass.load(loaded, rows, from);
            pass.evaluate(Recorder.NONE);
            part.take(pass, from);
        }
    }

    /** {@return how the weights do that are in the engine's memory} */
    Score score() {
        int[][] confusion = new int[classes][classes];
        double[] sum = new double[1];
        eachPart((pass, from) -> {
            sum[0] += pass.meanLoss() * pass.examples();
            if (classes > 0) {
                count(engine.read(pass.output()), from, confusion);
            }
        });
        List<List<Integer>> counts = Arrays.stream(confusion)
                .map(row -> Arrays.stream(row).boxed().toList())
                .toList();
        return new Score(sum[0] / examples.size(), counts);
    }

    private void count(Matrix output, int from, int[][] confusion) {
        for (int e = 0; e < output.rows(); e++) {
            confusion[Classes.of(examples.y(), from + e, 0)][Classes.of(output, e, 1)]++;
        }
    }
}
