package backstep.network;

import backstep.linalg.Buffer;
import backstep.linalg.MatrixEngine;
import backstep.linalg.Window;

/** z = the largest a in each window; e = δ where it was found, 0 elsewhere. */
final class PoolPass implements LayerPass {

    private final MatrixEngine engine;
    private final Wires wires;
    private final Window window;
    private final Buffer where;

    PoolPass(MatrixEngine engine, Wires wires, Window window) {
        this.engine = engine;
        this.wires = wires;
        this.window = window;
        where = engine.allocate(wires.z().rows(), wires.z().columns());
    }

    @Override
    public void forward() {
        engine.maxPool(window, wires.a(), wires.z(), where);
    }

    @Override
    public void accumulate() {}

    @Override
    public void backward() {
        engine.unpool(window, where, wires.delta(), wires.e());
    }

    @Override
    public void show(int l, Recorder recorder) {
        recorder.maxima(l, where);
    }
}
