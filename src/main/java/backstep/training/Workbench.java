package backstep.training;

import backstep.linalg.MatrixEngine;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What makes the updates of a run: an engine with a trainer on it, which may be put away and fetched again. */
final class Workbench {

    private final Supplier<MatrixEngine> engines;
    private final Plan plan;
    private final History history;
    private @Nullable Replay there;

    /** A workbench at the start of a plan, of which the history takes note. */
    Workbench(Supplier<MatrixEngine> engines, Plan plan, History history) {
        this.engines = engines;
        this.plan = plan;
        this.history = history;
        Replay start = Replay.of(engines.get(), plan);
        there = start;
        history.follow(start.trainer());
    }

    private Replay replay() {
        Replay known = there;
        if (known == null) {
            known = Replay.resumed(engines.get(), plan, history);
            there = known;
        }
        return known;
    }

    MatrixEngine engine() {
        return replay().engine();
    }

    Trainer trainer() {
        return replay().trainer();
    }

    Metrics measure() {
        return replay().measurement().metrics();
    }

    /** {@return the moment that the run is at; the workbench is not fetched for it} */
    Moment moment() {
        return there == null ? history.at(history.last()) : there.trainer().moment();
    }

    /** {@return what the run is judged by now; the workbench is not fetched for it} */
    Metrics metrics() {
        return there == null
                ? history.metrics(history.last())
                : there.measurement().metrics();
    }

    /** Gives back what the engine holds. The next who needs it fetches it again, where the run is by then. */
    void putAway() {
        if (there != null) {
            there.close();
            there = null;
        }
    }
}
