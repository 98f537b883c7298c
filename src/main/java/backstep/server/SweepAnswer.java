package backstep.server;

import backstep.experiment.ExperimentDocument;
import backstep.server.SweepRequest.Axis;
import backstep.training.Run;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A sweep as it stands.
 *
 * @param done how many of its runs are at their end
 * @param of how many runs it has
 * @param cells by row and column
 * @param experiment what all runs have in common
 */
record SweepAnswer(
        String id,
        Axis rows,
        Axis columns,
        int done,
        int of,
        List<List<CellAnswer>> cells,
        ExperimentDocument experiment) {

    /** A sweep in a few words. */
    record Summary(String id, Axis rows, Axis columns, int done, int of) {}

    Summary summary() {
        return new Summary(id, rows, columns, done, of);
    }

    /**
     * How one of its runs is doing.
     *
     * @param run its name; left out when it was deleted, or dropped to make room
     * @param state what it does or, where it is forgotten, did last
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CellAnswer(
            @Nullable String run,
            String state,
            @Nullable String reason,
            int epoch,
            int epochs,
            double trainLoss,
            @Nullable Double testLoss,
            @Nullable Double trainAccuracy,
            @Nullable Double testAccuracy) {

        private static final Set<String> FINAL =
                Set.of(Run.State.DONE.spelling(), Run.State.DIVERGED.spelling(), Run.State.FAILED.spelling());

        static CellAnswer of(LiveRun live) {
            RunWriter writer = new RunWriter(live);
            MetricsAnswer last = MetricsAnswer.of(live.look(Run::metrics).getLast());
            return new CellAnswer(
                    live.id(),
                    live.state().spelling(),
                    writer.reason(),
                    live.look(Run::epoch),
                    live.experiment().plan().training().epochs(),
                    last.trainLoss(),
                    last.testLoss(),
                    last.trainAccuracy(),
                    last.testAccuracy());
        }

        /** {@return the same of a run that is kept no longer} */
        CellAnswer forgotten() {
            return new CellAnswer(null, state, reason, epoch, epochs, trainLoss, testLoss, trainAccuracy, testAccuracy);
        }

        @JsonIgnore
        boolean isDone() {
            return run == null || FINAL.contains(state);
        }
    }
}
