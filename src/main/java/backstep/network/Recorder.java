package backstep.network;

import backstep.linalg.Buffer;

/**
 * Is shown what a pass computes, as soon as it is there. The buffers belong to the pass and change with the next one: whoever
 * wants to keep a number copies it.
 */
public interface Recorder {

    /** Keeps nothing. */
    Recorder NONE = new Recorder() {};

    /** The activations of layer 1, the inputs [n × (s₁ + 1)]. */
    default void inputs(Buffer a) {}

    /** z [n × sₗ] and a [n × (sₗ + 1)] of layer l, from 2. */
    default void layer(int l, Buffer z, Buffer a) {}

    /** Mean and variance [C × 2] and x̂ [n × sₗ] of layer l, where it is a batch normalisation in training; before its z. */
    default void normalisation(int l, Buffer moments, Buffer xHat) {}

    /** The units of layer l − 1, from 1, that were the largest in their windows [n × sₗ], where layer l is a pooling; before its z. */
    default void maxima(int l, Buffer where) {}

    /** The losses of the examples [n × 1]. */
    default void losses(Buffer losses) {}

    /** δ [n × sₗ] of layer l, from L + 1 down to 2. */
    default void delta(int l, Buffer delta) {}

    /** Δ and D of Θ⁽ˡ⁾, both in its shape, where layer l + 1 has weights. */
    default void gradient(int l, Buffer sum, Buffer d) {}
}
