package backstep.network;

import backstep.linalg.MatrixEngine;

/** z = a; e = δ. */
record FlattenPass(MatrixEngine engine, Wires wires) implements LayerPass {

    @Override
    public void forward() {
        engine.dropBias(wires.a(), wires.z());
    }

    @Override
    public void accumulate() {}

    @Override
    public void backward() {
        engine.prependBias(wires.delta(), wires.e());
    }
}
