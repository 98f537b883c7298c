package backstep.network;

/** What makes the numbers of a layer from those of earlier ones: sums z, then activations a = g(z). */
public sealed interface Layer permits Dense, Conv2d, BatchNorm, Weightless {

    /** {@return its name in documents} */
    String spelling();

    /** {@return g} */
    Activation activation();

    /**
     * {@return the shape of what it makes}
     *
     * @param place where it stands in a document
     * @param input the shape of the layer before it
     * @throws InvalidNetwork where it cannot be put there
     */
    Shape output(String place, Shape input);

    /** {@return the shape of its Θ, behind an input of a shape that it takes} */
    ThetaShape theta(Shape input);

    /** {@return whether its weights cost, but for those of the bias} */
    boolean isPenalised();

    /** {@return how many products of two numbers it takes for one example} */
    long products(Shape input);
}
