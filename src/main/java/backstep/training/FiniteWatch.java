package backstep.training;

import backstep.linalg.Buffer;
import backstep.linalg.MatrixEngine;
import backstep.network.Recorder;
import java.util.ArrayList;
import java.util.List;

/** Watches the weighted sums of a pass, and matrices that are always watched, for numbers that are infinite or none at all. */
final class FiniteWatch implements Recorder {

    private final MatrixEngine engine;
    private final List<Buffer> watched;
    private final int always;

    FiniteWatch(MatrixEngine engine, List<Buffer> always) {
        this.engine = engine;
        this.always = always.size();
        watched = new ArrayList<>(always);
    }

    /** Forgets the pass before. */
    void start() {
        while (watched.size() > always) {
            watched.removeLast();
        }
    }

    /** {@return whether all that is watched is finite now; all is asked at once} */
    boolean isFinite() {
        return engine.areFinite(watched);
    }

    @Override
    public void layer(int l, Buffer z, Buffer a) {
        watched.add(z);
    }
}
