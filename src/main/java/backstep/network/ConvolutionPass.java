package backstep.network;

import backstep.linalg.Convolution;
import backstep.linalg.ConvolutionOperands;
import backstep.linalg.MatrixEngine;
import backstep.linalg.Window;

/** z = Θ · patches, Δ = δ · patchesᵀ, e = the pixels of Θᵀ · δ. */
record ConvolutionPass(Convolution convolution) implements LayerPass {

    ConvolutionPass(MatrixEngine engine, Wires wires, Window window) {
        this(engine.convolution(new ConvolutionOperands(
                window, wires.a(), wires.theta(), wires.z(), wires.delta(), wires.sum(), wires.e())));
    }

    @Override
    public void forward() {
        convolution.forward();
    }

    @Override
    public void accumulate() {
        convolution.accumulate();
    }

    @Override
    public void backward() {
        convolution.backward();
    }
}
