package backstep.network;

import backstep.linalg.Buffer;
import backstep.linalg.MatrixEngine;
import backstep.linalg.NormalisationOperands;

/** x̂ = (a − μ) / √(σ² + ε), z = γ x̂ + β, with μ and σ² of the batch in training and running ones to predict. */
final class NormalisationPass implements LayerPass {

    private final MatrixEngine engine;
    private final Wires wires;
    private final Buffer running;
    private final NormalisationOperands inTraining;
    private final NormalisationOperands toPredict;
    private final int count;

    NormalisationPass(MatrixEngine engine, Wires wires, Buffer running) {
        this.engine = engine;
        this.wires = wires;
        this.running = running;
        Buffer moments = engine.allocate(running.rows(), running.columns());
        Buffer xHat = engine.allocate(wires.z().rows(), wires.z().columns());
        inTraining = new NormalisationOperands(moments, BatchNorm.EPS, xHat, wires.theta());
        toPredict = new NormalisationOperands(running, BatchNorm.EPS, xHat, wires.theta());
        count = wires.z().rows() * (wires.z().columns() / running.rows());
    }

    @Override
    public void forward() {
        engine.moments(wires.a(), inTraining.moments());
        engine.normalise(wires.a(), inTraining, wires.z());
    }

    @Override
    public void predict() {
        engine.normalise(wires.a(), toPredict, wires.z());
    }

    @Override
    public void accumulate() {
        engine.sumSlopes(inTraining, wires.delta(), wires.sum());
    }

    @Override
    public void backward() {
        engine.denormalise(inTraining, wires.delta(), wires.sum(), wires.e());
    }

    @Override
    public void show(int l, Recorder recorder) {
        recorder.normalisation(l, inTraining.moments(), inTraining.xHat());
    }

    @Override
    public void follow() {
        engine.blend(inTraining.moments(), count, BatchNorm.MOMENTUM, running);
    }
}
