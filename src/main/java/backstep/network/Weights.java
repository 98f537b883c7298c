package backstep.network;

import backstep.linalg.Buffer;
import backstep.linalg.MatrixEngine;
import java.util.List;
import java.util.stream.IntStream;

/** Θ of a network in the memory of an engine, where passes read it and training changes it. */
public final class Weights {

    private final MatrixEngine engine;
    private final List<Buffer> matrices;

    /** Weights that are all 0. */
    public Weights(MatrixEngine engine, Network network) {
        this.engine = engine;
        matrices = like(engine, network);
    }

    /** {@return a buffer in the shape of each Θ⁽ˡ⁾, [s₍ₗ₊₁₎ × (sₗ + 1)]} */
    public static List<Buffer> like(MatrixEngine engine, Network network) {
        return IntStream.rangeClosed(1, network.depth())
                .mapToObj(l -> engine.allocate(network.units(l + 1), network.units(l) + 1))
                .toList();
    }

    /** {@return L, how many matrices there are} */
    public int count() {
        return matrices.size();
    }

    /** {@return Θ⁽ˡ⁾, l from 1} */
    public Buffer matrix(int l) {
        return matrices.get(l - 1);
    }

    /** Sets all weights. */
    public void write(Theta theta) {
        for (int l = 1; l <= count(); l++) {
            engine.write(theta.matrix(l), matrix(l));
        }
    }

    /** {@return a copy of the weights as they are now} */
    public Theta read() {
        return new Theta(matrices.stream().map(engine::read).toList());
    }
}
