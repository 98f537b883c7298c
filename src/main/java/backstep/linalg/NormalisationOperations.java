package backstep.linalg;

/** What an engine does to normalise the channels of activations (Ioffe and Szegedy 2015, <i>Batch Normalization</i>). */
public interface NormalisationOperations {

    /**
     * μ and σ² of each channel, over the examples and the places of the channel; σ² is divided by their number.
     *
     * @param a [n × (s + 1)]; column 0, the bias unit, is not counted
     * @param moments [C × 2], written
     */
    void moments(Buffer a, Buffer moments);

    /**
     * xHat = (a − μ) / √(σ² + eps), z = γ xHat + β.
     *
     * @param a [n × (s + 1)]
     * @param of whose xHat is written
     * @param z [n × s], written
     */
    void normalise(Buffer a, NormalisationOperands of, Buffer z);

    /** sum = [Σ δ xHat, Σ δ] of each channel, over the examples and places; delta [n × s], sum [C × 2]. */
    void sumSlopes(NormalisationOperands of, Buffer delta, Buffer sum);

    /**
     * e = γ / √(σ² + eps) · (δ − Σδ / m − xHat Σ(δ xHat) / m), with m numbers in a channel: μ and σ² depend on every one of them.
     *
     * @param delta [n × s]
     * @param sum as {@link #sumSlopes} makes it
     * @param e [n × (s + 1)], written but for column 0
     */
    void denormalise(NormalisationOperands of, Buffer delta, Buffer sum, Buffer e);

    /**
     * running = (1 − momentum) running + momentum [μ, σ² m / (m − 1)], where m = 1 leaves σ² as it is.
     *
     * @param moments [C × 2]
     * @param m how many numbers the moments are of
     * @param running [C × 2], changed
     */
    void blend(Buffer moments, int m, double momentum, Buffer running);
}
