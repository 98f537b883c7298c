package backstep.linalg;

/**
 * What the shapes of operands must be, for every engine in the same words. A message is made only where it is thrown: shapes are
 * checked in every operation, and nearly always fit.
 */
public final class Shapes {

    private Shapes() {}

    /** @throws IllegalArgumentException where values do not fill a buffer */
    public static void requireWritable(Matrix values, Buffer to) {
        if (values.rows() != to.rows() || values.columns() != to.columns()) {
            throw refusal(
                    "write: values are " + values.shape() + ", the buffer is " + to.shape() + "; shapes must be equal");
        }
    }

    /** @throws IllegalArgumentException where weighted sums, activations [1 a] and targets of the output layer do not fit */
    public static void requireOutput(String operation, Buffer z, Buffer a, Buffer y) {
        require(operation, "a", a, z.rows(), z.columns() + 1);
        require(operation, "y", y, z.rows(), z.columns());
    }

    /** @throws IllegalArgumentException where there are too few rows to choose, or rows differ in length */
    public static void requireGather(Buffer from, int[] rows, int first, Buffer to) {
        require("gather", "to", to, to.rows(), from.columns());
        if (first < 0 || first + to.rows() > rows.length) {
            throw refusal("gather: rows " + first + " to " + (first + to.rows() - 1) + " are asked for, there are "
                    + rows.length);
        }
        for (int i = first; i < first + to.rows(); i++) {
            if (rows[i] < 0 || rows[i] >= from.rows()) {
                throw refusal("gather: row " + rows[i] + " is asked for, the matrix has " + from.rows());
            }
        }
    }

    /** @throws IllegalArgumentException where a b is no product, or c has not its shape */
    public static void requireProduct(Buffer a, Buffer b, Buffer c) {
        if (a.columns() != b.rows()) {
            throw refusal("multiply", a, b, "columns of a must equal rows of b");
        }
        require("multiply", "c", c, a.rows(), b.columns());
    }

    /** @throws IllegalArgumentException where a bᵀ is no product, or c has not its shape */
    public static void requireProductWithTransposed(Buffer a, Buffer b, Buffer c) {
        if (a.columns() != b.columns()) {
            throw refusal("multiplyTransposed", a, b, "columns of a must equal columns of b");
        }
        require("multiplyTransposed", "c", c, a.rows(), b.rows());
    }

    /** @throws IllegalArgumentException where aᵀ b is no product, or c has not its shape */
    public static void requireProductOfTransposed(Buffer a, Buffer b, Buffer c) {
        if (a.rows() != b.rows()) {
            throw refusal("transposedMultiply", a, b, "rows of a must equal rows of b");
        }
        require("transposedMultiply", "c", c, a.columns(), b.columns());
    }

    /** @throws IllegalArgumentException where an operand that the rule uses has not the shape of theta */
    public static void requireUpdate(UpdateRule rule, UpdateOperands operands) {
        requireLikeTheta("slope", operands.slope(), operands);
        if (rule.memories() >= 1) {
            requireLikeTheta("first", operands.first(), operands);
        }
        if (rule.memories() >= 2) {
            requireLikeTheta("second", operands.second(), operands);
        }
        requireLikeTheta("result", operands.result(), operands);
    }

    private static void requireLikeTheta(String name, Buffer operand, UpdateOperands operands) {
        require(
                "update",
                name,
                operand,
                operands.theta().rows(),
                operands.theta().columns());
    }

    /** @throws IllegalArgumentException where the operand of that name has another shape */
    public static void require(String operation, String name, Buffer operand, int rows, int columns) {
        if (operand.rows() != rows || operand.columns() != columns) {
            throw refusal(operation + ": " + name + " is " + operand.shape() + ", must be " + rows + "×" + columns);
        }
    }

    /** @throws IllegalArgumentException where numbers do not split into channels of the moments or weights [C × 2] */
    public static void requireChannels(String operation, String name, int numbers, Buffer channels) {
        if (channels.columns() != 2 || channels.rows() == 0 || numbers % channels.rows() != 0) {
            throw refusal(operation + ": " + name + " has " + numbers + " numbers a row, channels are "
                    + channels.shape() + "; they must be C×2, and numbers split into C");
        }
    }

    /** @throws IllegalArgumentException where the operands of a normalisation do not fit to z or δ [n × s] */
    public static void requireNormalisation(String operation, NormalisationOperands of, Buffer z) {
        requireChannels(operation, "z", z.columns(), of.theta());
        require(operation, "moments", of.moments(), of.theta().rows(), 2);
        require(operation, "xHat", of.xHat(), z.rows(), z.columns());
    }

    private static IllegalArgumentException refusal(String operation, Buffer a, Buffer b, String rule) {
        return refusal(operation + ": a is " + a.shape() + ", b is " + b.shape() + "; " + rule);
    }

    private static IllegalArgumentException refusal(String message) {
        return new IllegalArgumentException(message);
    }
}
