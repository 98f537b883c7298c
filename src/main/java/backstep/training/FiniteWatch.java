package backstep.training;

import backstep.linalg.Buffer;
import backstep.linalg.MatrixEngine;
import backstep.network.Recorder;

/** Watches a pass for the first weighted sum that is infinite or not a number. */
final class FiniteWatch implements Recorder {

    private final MatrixEngine engine;
    private boolean finite = true;

    FiniteWatch(MatrixEngine engine) {
        this.engine = engine;
    }

    void start() {
        finite = true;
    }

    boolean isFinite() {
        return finite;
    }

    @Override
    public void layer(int l, Buffer z, Buffer a) {
        finite = finite && engine.isFinite(z);
    }
}
