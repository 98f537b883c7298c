package backstep.network;

import static backstep.network.InvalidNetwork.require;

import backstep.linalg.Matrix;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The weights of a network.
 *
 * @param matrices Θ⁽¹⁾ … Θ⁽ᴸ⁾
 */
public record Theta(List<Matrix> matrices) {

    public Theta {
        matrices = List.copyOf(matrices);
    }

    /** {@return Θ⁽ˡ⁾ [s₍ₗ₊₁₎ × (sₗ + 1)], l from 1} */
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
        return new Theta(IntStream.range(0, matrices.size())
                .mapToObj(k -> k == l - 1 ? changed : matrices.get(k))
                .toList());
    }

    /**
     * Holds the shapes against a network.
     *
     * @throws InvalidNetwork where they differ
     */
    public void requireFits(Network network) {
        require(
                matrices.size() == network.depth(),
                "theta",
                "must have a matrix for each of the " + network.depth() + " layers, has " + matrices.size());
        for (int l = 1; l <= network.depth(); l++) {
            requireFits(network, l);
        }
    }

    private void requireFits(Network network, int l) {
        Matrix matrix = matrix(l);
        int rows = network.units(l + 1);
        int columns = network.units(l) + 1;
        require(
                matrix.rows() == rows && matrix.columns() == columns,
                "theta/" + (l - 1),
                "is " + matrix.shape() + ", must be " + rows + "×" + columns + ": a row for each unit of layer "
                        + (l + 1) + ", a column for the bias and for each of the " + network.units(l)
                        + " units of layer " + l);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                require(
                        Double.isFinite(matrix.at(i, j)),
                        "theta/" + (l - 1) + "/" + i + "/" + j,
                        "must be a finite number, was " + matrix.at(i, j));
            }
        }
    }
}
