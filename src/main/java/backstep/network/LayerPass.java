package backstep.network;

import backstep.linalg.Buffer;
import backstep.linalg.MatrixEngine;

/** What a layer does in a pass. Layer l + 1 reads layer l; its Θ⁽ˡ⁾ is the one that leads there. */
interface LayerPass {

    /**
     * What a layer reads and writes.
     *
     * @param a activations a⁽ˡ⁾ of the layer before it [n × (s + 1)]
     * @param z its own z⁽ˡ⁺¹⁾ [n × s]
     * @param delta its own δ⁽ˡ⁺¹⁾ [n × s]
     * @param e ∂ℓ/∂a⁽ˡ⁾ [n × (s + 1)], whose column 0 means nothing
     * @param theta Θ⁽ˡ⁾
     * @param sum Δ⁽ˡ⁾
     */
    record Wires(Buffer a, Buffer z, Buffer delta, Buffer e, Buffer theta, Buffer sum) {}

    /** z of a and Θ, in training. */
    void forward();

    /** z of a and Θ, to predict. */
    default void predict() {
        forward();
    }

    /** Δ of a and δ. */
    void accumulate();

    /** e of δ and Θ, after {@link #accumulate}. */
    void backward();

    /** Shows what a layer has computed beside z. */
    default void show(int l, Recorder recorder) {}

    /** Lets the running statistics follow the batch. */
    default void follow() {}

    /** {@return the pass of layer l + 1} */
    static LayerPass of(MatrixEngine engine, Network network, int l, Wires wires, Buffer source, Buffer running) {
        return switch (network.layer(l + 1)) {
            case Dense _ -> new DensePass(engine, wires);
            case Conv2d conv -> new ConvolutionPass(engine, wires, conv.window(Images.of(network.shape(l))));
            case MaxPool2d pool -> new PoolPass(engine, wires, pool.window(Images.of(network.shape(l))));
            case Flatten _ -> new FlattenPass(engine, wires);
            case BatchNorm _ -> new NormalisationPass(engine, wires, running);
            case Addition _ -> new AdditionPass(engine, wires, source);
        };
    }
}
