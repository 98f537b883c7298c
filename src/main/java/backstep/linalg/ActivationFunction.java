package backstep.linalg;

/**
 * An activation function on one row of a matrix, that is on one layer for one example. On a device that cannot run Java,
 * {@link #kernel} names the code that does the same.
 */
public interface ActivationFunction {

    /** {@return the name under which a device knows the function} */
    String kernel();

    /** {@return whether g acts on each number alone, so that whole matrices can be given to it as one row} */
    boolean isElementwise();

    /**
     * a = g(z).
     *
     * @param z weighted sums, from {@code zAt}; not modified
     * @param a activations, written from {@code aAt}
     * @param width how many there are
     */
    void values(double[] z, int zAt, double[] a, int aAt, int width);

    /**
     * delta = e ⊙ g′(z), for a function of each entry alone.
     *
     * @param z weighted sums, from {@code zAt}; not modified
     * @param a activations g(z), from {@code aAt}; not modified
     * @param e derivatives of the loss by a, from {@code aAt}; not modified
     * @param delta derivatives of the loss by z, written from {@code zAt}
     */
    void derivatives(double[] z, int zAt, double[] a, int aAt, double[] e, double[] delta, int width);
}
