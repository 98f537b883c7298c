package backstep.network;

import static backstep.network.InvalidNetwork.require;

import backstep.linalg.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The weights of a network, and the running statistics that go with them where batch normalisation has followed some batches.
 *
 * @param matrices Θ⁽¹⁾ … Θ⁽ᴸ⁾; 0×0 where a layer has none, so that l counts layers everywhere
 * @param running mean and variance of each channel [C × 2] of a batch normalisation, by l; 0×0 elsewhere, and no entries at all
 *     where none are known
 */
public record Theta(List<Matrix> matrices, List<Matrix> running) {

    /** In the place of a Θ⁽ˡ⁾ that has no weights. */
    private static final Matrix NONE = Matrix.zeros(0, 0);

    public Theta {
        matrices = List.copyOf(matrices);
        running = List.copyOf(running);
    }

    /** Weights without running statistics. */
    public Theta(List<Matrix> matrices) {
        this(matrices, List.of());
    }

    /**
     * {@return the weights of a network as documents have them, without an entry for layers that have none}
     *
     * @throws InvalidNetwork where there are too few or too many matrices
     */
    public static Theta of(Network network, List<Matrix> written) {
        long wanted = IntStream.rangeClosed(1, network.depth())
                .filter(l -> network.theta(l).isThere())
                .count();
        requireCount(wanted, written.size());
        List<Matrix> matrices = new ArrayList<>();
        int next = 0;
        for (int l = 1; l <= network.depth(); l++) {
            matrices.add(network.theta(l).isThere() ? written.get(next++) : NONE);
        }
        return new Theta(matrices);
    }

    /** {@return the matrices as documents have them, without those of layers that have none} */
    public List<Matrix> written() {
        return matrices.stream().filter(matrix -> matrix.rows() > 0).toList();
    }

    /** {@return Θ⁽ˡ⁾, l from 1; of a dense layer [s₍ₗ₊₁₎ × (sₗ + 1)]} */
    public Matrix matrix(int l) {
        return matrices.get(l - 1);
    }

    /** {@return Θ⁽ˡ⁾ᵢⱼ, i from 1, j from 0} */
    public double at(int l, int i, int j) {
        return matrix(l).at(i - 1, j);
    }

    /** {@return the weights with another Θ⁽ˡ⁾ᵢⱼ} */
    public Theta with(int l, int i, int j, double value) {
        Matrix changed = matrix(l).with(i - 1, j, value);
        return new Theta(
                IntStream.range(0, matrices.size())
                        .mapToObj(k -> k == l - 1 ? changed : matrices.get(k))
                        .toList(),
                running);
    }

    /**
     * Holds the shapes against a network.
     *
     * @throws InvalidNetwork where they differ
     */
    public void requireFits(Network network) {
        requireCount(network.depth(), matrices.size());
        int written = 0;
        for (int l = 1; l <= network.depth(); l++) {
            requireFits(network, l, "theta/" + written);
            written += network.theta(l).isThere() ? 1 : 0;
        }
    }

    private static void requireCount(long wanted, int found) {
        require(
                wanted == found,
                "theta",
                "must have a matrix for each of the " + wanted + " layers with weights, has " + found);
    }

    private void requireFits(Network network, int l, String place) {
        Matrix matrix = matrix(l);
        ThetaShape shape = network.theta(l);
        require(
                matrix.rows() == shape.rows() && matrix.columns() == shape.columns(),
                place,
                "is " + matrix.shape() + ", must be " + shape.rows() + "×" + shape.columns() + ": "
                        + (network.layer(l + 1) instanceof Dense ? dense(network, l) : shape.meaning()));
        for (int i = 0; i < shape.rows(); i++) {
            for (int j = 0; j < shape.columns(); j++) {
                require(
                        Double.isFinite(matrix.at(i, j)),
                        place + "/" + i + "/" + j,
                        "must be a finite number, was " + matrix.at(i, j));
            }
        }
    }

    private static String dense(Network network, int l) {
        return "a row for each unit of layer " + (l + 1) + ", a column for the bias and for each of the "
                + network.units(l) + " units of layer " + l;
    }
}
