package backstep.training;

import backstep.linalg.Matrix;
import backstep.network.Theta;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleBinaryOperator;

/** Weights as vectors: their sums, products and random directions. Indices run over all matrices, row by row. */
public final class Directions {

    private Directions() {}

    /**
     * {@return a random direction whose every row is as long as that row of {@code theta}, so that a step of 1 means the same for
     * every unit}
     *
     * <p>Li, Xu, Taylor, Studer and Goldstein, <i>Visualizing the loss landscape of neural nets</i> (2018), section 4: a filter,
     * in a fully connected layer a unit, is a row.
     */
    static Theta filterNormalised(Theta theta, SplittableRandom random) {
        return new Theta(theta.matrices().stream()
                .map(matrix -> filterNormalised(matrix, random))
                .toList());
    }

    private static Matrix filterNormalised(Matrix matrix, SplittableRandom random) {
        double[][] rows = new double[matrix.rows()][];
        for (int i = 0; i < rows.length; i++) {
            Matrix drawn = drawn(matrix.columns(), random);
            rows[i] = scaled(drawn.toArray(), matrix.rows(i, i + 1).norm() / drawn.norm());
        }
        return Matrix.ofRows(rows);
    }

    private static Matrix drawn(int columns, SplittableRandom random) {
        double[] row = new double[columns];
        for (int j = 0; j < columns; j++) {
            row[j] = random.nextGaussian();
        }
        return Matrix.of(1, columns, row);
    }

    private static double[] scaled(double[] row, double factor) {
        double[] product = new double[row.length];
        for (int j = 0; j < row.length; j++) {
            product[j] = factor * row[j];
        }
        return product;
    }

    /** {@return a + factor · b} */
    public static Theta sum(Theta a, double factor, Theta b) {
        return combined(a, b, (ofA, ofB) -> ofA + factor * ofB);
    }

    /** {@return ⟨a, b⟩, over all weights} */
    static double product(Theta a, Theta b) {
        double sum = 0;
        for (int k = 0; k < a.matrices().size(); k++) {
            double[] left = a.matrices().get(k).toArray();
            double[] right = b.matrices().get(k).toArray();
            for (int i = 0; i < left.length; i++) {
                sum += left[i] * right[i];
            }
        }
        return sum;
    }

    /** {@return √⟨a, a⟩} */
    public static double norm(Theta a) {
        return Math.sqrt(product(a, a));
    }

    private static Theta combined(Theta a, Theta b, DoubleBinaryOperator rule) {
        List<Matrix> matrices = new ArrayList<>();
        for (int k = 0; k < a.matrices().size(); k++) {
            Matrix shape = a.matrices().get(k);
            double[] left = shape.toArray();
            double[] right = b.matrices().get(k).toArray();
            for (int i = 0; i < left.length; i++) {
                left[i] = rule.applyAsDouble(left[i], right[i]);
            }
            matrices.add(Matrix.of(shape.rows(), shape.columns(), left));
        }
        return new Theta(matrices);
    }
}
