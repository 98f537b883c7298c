package backstep.linalg;

/** Moves numbers between activations a [n × (s + 1)], which carry the bias unit, and what does not [n × s]. */
public interface ResidualOperations {

    /** x = a without its column 0. */
    void dropBias(Buffer a, Buffer x);

    /** x = x + (a without its column 0). */
    void addWithoutBias(Buffer a, Buffer x);

    /** e = e + [0 delta]. */
    void addBehindBias(Buffer delta, Buffer e);
}
