package backstep.linalg;

/**
 * An activation function. What it does to many numbers is one loop, which becomes vector instructions. On a device that cannot run Java, {@link #kernel} names the code that does the same.
 */
public interface ActivationFunction {

    /** {@return the name under which a device knows the function} */
    String kernel();

    /** {@return whether g acts on each number alone} */
    boolean isElementwise();

    /**
     * a ← g(a) of as many numbers as {@code count}, from {@code first} on, for a function of each number alone. In place, since
     * vector instructions take numbers that stand at the same index.
     */
    void apply(double[] a, int first, int count);

    /**
     * a = g(z) of one layer for one example.
     *
     * @param z weighted sums, from {@code zAt}; not modified
     * @param a activations, written from {@code aAt}
     * @param width how many there are
     */
    void values(double[] z, int zAt, double[] a, int aAt, int width);

    /**
     * e ← e ⊙ g′, of as many numbers as {@code count}, from {@code first} on, for a function of each number alone.
     *
     * @param a activations, of which all these functions know their slope
     * @param e derivatives of the loss by a; then those by z
     */
    void slopes(double[] a, double[] e, int first, int count);
}
