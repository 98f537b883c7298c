package backstep.linalg;

/**
 * The loss of one example together with the activation function of the output layer, since the two belong together: only from
 * z can a saturated loss be computed, and only together do they simplify.
 */
public interface OutputFunction {

    /** {@return the name under which a device knows the function} */
    String kernel();

    /** {@return 1, or −1 where δ belongs to −ℓ; {@link #kernel} does not tell} */
    double factor();

    /**
     * losses = ℓ(y, g(z)) of several examples, in rows one after the other.
     *
     * @param z weighted sums of the output layer [rows × width]; not modified
     * @param a activations [1 g(z)], [rows × (width + 1)]; not modified
     * @param y targets [rows × width]; not modified
     * @param losses written, one for each example
     * @param rows how many examples there are
     * @param width how many outputs there are
     */
    void losses(double[] z, double[] a, double[] y, double[] losses, int rows, int width);

    /**
     * delta = ∂ℓ/∂z of several examples, in the sign convention that is in force.
     *
     * @param delta written, [rows × width]; the others as for {@link #losses}
     */
    void deltas(double[] z, double[] a, double[] y, double[] delta, int rows, int width);
}
