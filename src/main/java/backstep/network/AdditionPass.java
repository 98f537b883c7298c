package backstep.network;

import backstep.linalg.Buffer;
import backstep.linalg.MatrixEngine;

/**
 * z = a + a of the layer before the block; e = δ. The other δ goes past the block: the pass adds it where it arrives.
 *
 * @param source a of the layer before the block
 */
record AdditionPass(MatrixEngine engine, Wires wires, Buffer source) implements LayerPass {

    @Override
    public void forward() {
        engine.dropBias(wires.a(), wires.z());
        engine.addWithoutBias(source, wires.z());
    }

    @Override
    public void accumulate() {}

    @Override
    public void backward() {
        engine.prependBias(wires.delta(), wires.e());
    }
}
