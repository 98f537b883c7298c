package backstep.linalg;

import java.util.List;
import java.util.Optional;

/**
 * Computes with matrices that stay in its own memory. A pass over a network is a sequence of these operations; what a reader
 * wants to see is copied out with {@link #read}, and nothing else is.
 *
 * <p>Activations carry the bias unit with them: a layer of s units is a [n × (s + 1)], one row an example, with a₀ = 1 in
 * column 0, so that z = a Θᵀ with the bias weights in column 0 of Θ.
 *
 * <p>Operands are not modified unless the text says so. Every operation throws {@link IllegalArgumentException} where shapes do
 * not fit, saying both shapes and the rule.
 */
public interface MatrixEngine extends ImageOperations, NormalisationOperations, ResidualOperations, AutoCloseable {

    /** {@return the name of the engine in documents, such as ejml} */
    String name();

    /**
     * {@return what computes the products, such as plain Java; the bits of a result depend on this, the name and the precision,
     * and on nothing else of the engine}
     */
    default String products() {
        return name();
    }

    /** {@return what its matrices can hold; a number that is written becomes the nearest of these} */
    default Precision precision() {
        return Precision.FLOAT64;
    }

    /** {@return a matrix of zeros in this engine's memory} */
    Buffer allocate(int rows, int columns);

    /**
     * {@return a without its column 0, in the memory of a; none where an engine has no such matrices} The operations that take one
     * are {@link #read}, {@link #write}, {@link #isFinite}, products, and what computes z of a layer from a, e from δ, a from z and δ from e.
     */
    default Optional<Buffer> behindBias(Buffer a) {
        return Optional.empty();
    }

    /** Copies a matrix into this engine's memory; the shapes are the same. */
    void write(Matrix values, Buffer to);

    /** {@return a copy of what is in this engine's memory} */
    Matrix read(Buffer from);

    /** Copies chosen rows: row i of {@code to} becomes row {@code rows[first + i]} of {@code from}, from 0. */
    void gather(Buffer from, int[] rows, int first, Buffer to);

    /** c = a b, with a [m × k], b [k × n], c [m × n]. */
    void multiply(Buffer a, Buffer b, Buffer c);

    /** The same without column 0 of c, which is not written and need not be read: no error goes back through a bias unit. */
    void multiplyBehindBias(Buffer a, Buffer b, Buffer c);

    /** c = a bᵀ, with a [m × k], b [n × k], c [m × n]. */
    void multiplyTransposed(Buffer a, Buffer b, Buffer c);

    /** c = aᵀ b, with a [k × m], b [k × n], c [m × n]. */
    void transposedMultiply(Buffer a, Buffer b, Buffer c);

    /** {@return the products of a convolution over these buffers} */
    Convolution convolution(ConvolutionOperands operands);

    /** a = [1 x]: puts the bias unit before the inputs, with x [n × s], a [n × (s + 1)]. */
    void prependBias(Buffer x, Buffer a);

    /** a = [1 g(z)], row by row, with z [n × s], a [n × (s + 1)]; z may be a without its column 0. */
    void activate(ActivationFunction g, Buffer z, Buffer a);

    /**
     * delta = (e without its column 0) ⊙ g′(z): a bias unit has no δ.
     *
     * @param z [n × s]
     * @param a [1 g(z)], [n × (s + 1)]
     * @param e derivatives of the loss by a, [n × (s + 1)], of which column 0 means nothing; afterwards the rest means nothing either
     * @param delta [n × s], written; may be e without its column 0
     */
    void deactivate(ActivationFunction g, Buffer z, Buffer a, Buffer e, Buffer delta);

    /** losses = ℓ(y, g(z)) row by row, with z and y [n × K], a [n × (K + 1)], losses [n × 1]. */
    void losses(OutputFunction f, Buffer z, Buffer a, Buffer y, Buffer losses);

    /** delta = ∂ℓ/∂z row by row, with z, y and delta [n × K], a [n × (K + 1)]. */
    void outputDelta(OutputFunction f, Buffer z, Buffer a, Buffer y, Buffer delta);

    /** d = sum / divisor + lambda · theta, without the second part in column 0: bias weights are not penalised; d is neither of the others. */
    void regularise(Buffer sum, double divisor, Buffer theta, double lambda, Buffer d);

    /** d = d + factor · sign(theta), but not in column 0; the sign of 0 is 0. */
    void addSigns(double factor, Buffer theta, Buffer d);

    /** c = a + factor · b, all of one shape; c may be a. */
    void addScaled(Buffer a, double factor, Buffer b, Buffer c);

    /** {@return the sum of all entries, in their order} */
    double sum(Buffer a);

    /** {@return Σ aᵢⱼ², over the columns from {@code fromColumn} on} */
    double squaredNorm(Buffer a, int fromColumn);

    /** {@return √Σ aᵢⱼ², over all entries; finite wherever it can be written as a double, though the squares cannot} */
    default double norm(Buffer a) {
        double squares = squaredNorm(a, 0);
        return Double.isInfinite(squares) ? read(a).norm() : Math.sqrt(squares);
    }

    /** {@return Σ |aᵢⱼ|, over the columns from {@code fromColumn} on} */
    double absoluteSum(Buffer a, int fromColumn);

    /** a = factor · a. */
    void scale(double factor, Buffer a);

    /** {@return whether no entry is infinite or not a number} */
    boolean isFinite(Buffer a);

    /** {@return whether that is so of all of them} An engine with a memory of its own waits for it once. */
    default boolean areFinite(List<Buffer> of) {
        for (int k = 0; k < of.size(); k++) {
            if (!isFinite(of.get(k))) {
                return false;
            }
        }
        return true;
    }

    /**
     * {@link #squaredNorm} of each of several matrices. An engine with a memory of its own waits for it once.
     *
     * @param to written from its start
     */
    default void squaredNorms(List<Buffer> of, int fromColumn, double[] to) {
        for (int k = 0; k < of.size(); k++) {
            to[k] = squaredNorm(of.get(k), fromColumn);
        }
    }

    /** result and the memories become what a rule makes of them, entry by entry. */
    void update(UpdateRule rule, double[] scalars, UpdateOperands operands);

    /**
     * Gives back memory that Java's own would not: who makes an engine closes it. Neither the engine nor its matrices are used
     * afterwards. An engine on Java's memory has nothing to give back.
     */
    @Override
    default void close() {}
}
