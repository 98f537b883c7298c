package backstep.network;

import backstep.linalg.MatrixEngine;

/** z = a Θᵀ; Δ = δᵀ a; e = δ Θ. */
record DensePass(MatrixEngine engine, Wires wires) implements LayerPass {

    @Override
    public void forward() {
        engine.multiplyTransposed(wires.a(), wires.theta(), wires.z());
    }

    @Override
    public void accumulate() {
        engine.transposedMultiply(wires.delta(), wires.a(), wires.sum());
    }

    @Override
    public void backward() {
        engine.multiplyBehindBias(wires.delta(), wires.theta(), wires.e());
    }
}
