package backstep.network;

import backstep.linalg.Buffer;
import backstep.linalg.Matrix;
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
    private final List<Matrix> initial;

    /** Weights that are all 0, and statistics as before the first batch. */
    public Weights(MatrixEngine engine, Network network) {
        this.engine = engine;
        matrices = like(engine, network);
        initial = IntStream.rangeClosed(1, network.depth())
                .mapToObj(l -> initial(network, l))
                .toList();
        running = initial.stream()
                .map(matrix -> engine.allocate(matrix.rows(), matrix.columns()))
                .toList();
        write(initial, running);
    }

    /** {@return mean 0 and variance 1 of each channel, as before the first batch} */
    private static Matrix initial(Network network, int l) {
        if (!(network.layer(l + 1) instanceof BatchNorm)) {
            return Matrix.zeros(0, 0);
        }
        double[] entries = new double[2 * network.theta(l).rows()];
        for (int k = 1; k < entries.length; k += 2) {
            entries[k] = 1;
        }
        return Matrix.of(entries.length / 2, 2, entries);
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

    /** {@return the running statistics of all batch normalisations} */
    public List<Buffer> statistics() {
        return running.stream().filter(buffer -> buffer.rows() > 0).toList();
    }

    /** Sets all weights, and the running statistics; to what they are before the first batch where none are known. */
    public void write(Theta theta) {
        write(theta.matrices(), matrices);
        write(theta.running().isEmpty() ? initial : theta.running(), running);
    }

    private void write(List<Matrix> from, List<Buffer> to) {
        for (int k = 0; k < to.size(); k++) {
            engine.write(from.get(k), to.get(k));
        }
    }

    /** {@return a copy of the weights and running statistics as they are now} */
    public Theta read() {
        boolean hasStatistics = initial.stream().anyMatch(matrix -> matrix.rows() > 0);
        return new Theta(read(matrices), hasStatistics ? read(running) : List.of());
    }

    private List<Matrix> read(List<Buffer> from) {
        return from.stream().map(engine::read).toList();
    }
}
