package backstep.server;

import backstep.linalg.jcuda.GpuException;
import backstep.training.Run;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Attempts to make updates of a run: what goes wrong in one ends the run, and nothing else. */
record Attempts(String id, Run run) {

    private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);

    /** {@return what {@code updates} does, false where something went wrong} */
    boolean make(BooleanSupplier updates) {
        try {
            return updates.getAsBoolean();
        } catch (GpuException e) {
            LOG.warn("run {} failed on the GPU: {}", id, e.getMessage());
            fail(e);
        } catch (RuntimeException | OutOfMemoryError e) {
            LOG.error("a run failed", e);
            run.fail(e instanceof OutOfMemoryError ? "There is not enough memory for it." : "Something failed here.");
        }
        return false;
    }

    /** Ends the run because the graphics card cannot go on. */
    void fail(GpuException e) {
        run.fail(EngineWords.failed(run.iteration() + 1, e));
    }
}
