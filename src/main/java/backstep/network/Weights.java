package backstep.network;

import backstep.linalg.Buffer;
import backstep.linalg.MatrixEngine;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Θ of a network in the memory of an engine, where passes read it and training changes it, and beside it the running statistics
 * of batch normalisation.
 */
public final class Weights {

    private final MatrixEngine engine;
    private final List<Buffer> matrices;
    private final List<Buffer> running;

    /** Weights that are all 0, and statistics as before the first batch. */
    public Weights(MatrixEngine engine, Network network) {
        this.engine = engine;
        matrices = like(engine, network);
        Statistics initial = Statistics.initial(network);
        running = initial.matrices().stream()
                .map(matrix -> engine.allocate(matrix.rows(), matrix.columns()))
                .toList();
        write(initial);
    }

    /** {@return a buffer in the shape of each Θ⁽ˡ⁾, 0×0 where a layer has no weights} */
    public static List<Buffer> like(MatrixEngine engine, Network network) {
        return IntStream.rangeClosed(1, network.depth())
                .mapToObj(network::theta)
                .map(shape -> engine.allocate(shape.rows(), shape.columns()))
                .toList();
    }

    /** {@return L, how many matrices there are, those without weights counted} */
    public int count() {
        return matrices.size();
    }

    /** {@return Θ⁽ˡ⁾, l from 1; 0×0 where the layer has no weights} */
    public Buffer matrix(int l) {
        return matrices.get(l - 1);
    }

    /** {@return running mean and variance [C × 2] of the batch normalisation that Θ⁽ˡ⁾ belongs to; 0×0 elsewhere} */
    public Buffer running(int l) {
        return running.get(l - 1);
    }

    /** Sets all weights. */
    public void write(Theta theta) {
        for (int l = 1; l <= count(); l++) {
            engine.write(theta.matrix(l), matrix(l));
        }
    }

    /** Sets all running statistics. */
    public void write(Statistics statistics) {
        for (int l = 1; l <= count(); l++) {
            engine.write(statistics.matrix(l), running(l));
        }
    }

    /** {@return a copy of the weights as they are now} */
    public Theta read() {
        return new Theta(matrices.stream().map(engine::read).toList());
    }

    /** {@return a copy of the running statistics as they are now} */
    public Statistics readStatistics() {
        return new Statistics(running.stream().map(engine::read).toList());
    }
}
