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
     * {@return ℓ(y, g(z)) of one example}
     *
     * @param z weighted sums of the output layer, from {@code zAt}; not modified
     * @param a activations g(z), from {@code aAt}; not modified
     * @param y targets, from {@code zAt}; not modified
     * @param width how many outputs there are
     */
    double loss(double[] z, int zAt, double[] a, int aAt, double[] y, int width);

    /**
     * delta = ∂ℓ/∂z of one example, in the sign convention that is in force.
     *
     * @param delta written from {@code zAt}; the others as for {@link #loss}
     */
    void delta(double[] z, int zAt, double[] a, int aAt, double[] y, double[] delta, int width);
}
