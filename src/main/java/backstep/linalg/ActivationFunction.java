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
     * a ← g(a) of a layer, for several examples: rows of [· z], one after the other. In place, since vector instructions take numbers that
     * stand at the same index. The number before each row has no meaning, now and afterwards.
     *
     * @param first where the first row begins, with the number before it
     * @param rows how many examples there are
     * @param width how many units the layer has
     */
    void apply(double[] a, int first, int rows, int width);

    /**
     * e ← e ⊙ g′, of as many numbers as {@code count}, from {@code first} on, for a function of each number alone.
     *
     * @param a activations, of which all these functions know their slope
     * @param e derivatives of the loss by a; then those by z
     */
    void slopes(double[] a, double[] e, int first, int count);
}
