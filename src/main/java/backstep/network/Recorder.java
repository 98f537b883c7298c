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

    /** The losses of the examples [n × 1]. */
    default void losses(Buffer losses) {}

    /** δ [n × sₗ] of layer l, from L + 1 down to 2. */
    default void delta(int l, Buffer delta) {}

    /** Δ and D of Θ⁽ˡ⁾, both in its shape. */
    default void gradient(int l, Buffer sum, Buffer d) {}
}
