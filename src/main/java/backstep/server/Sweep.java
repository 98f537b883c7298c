package backstep.server;

import backstep.experiment.ExperimentDocument;
import backstep.server.SweepAnswer.CellAnswer;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Runs of one experiment over a grid of two of its settings. */
final class Sweep {

    private final String id;
    private final ExperimentDocument experiment;
    private final SweepRequest request;
    private final List<Cell> cells;

    /** @param runs row by row */
    Sweep(String id, ExperimentDocument experiment, SweepRequest request, List<LiveRun> runs) {
        this.id = id;
        this.experiment = experiment;
        this.request = request;
        cells = runs.stream().map(Cell::new).toList();
    }

    String id() {
        return id;
    }

    /** {@return the runs that are still kept} */
    List<LiveRun> runs() {
        return cells.stream().flatMap(cell -> cell.run().stream()).toList();
    }

    /** Notes that somebody looks at it, and so at its runs: when nobody does any more, they are paused. */
    void note() {
        runs().forEach(run -> {
            run.audience().arrive();
            run.audience().leave();
        });
    }

    /** {@return whether nothing of it goes on any more} */
    boolean isDone() {
        return done(cells.stream().map(Cell::answer).toList()) == cells.size();
    }

    /** {@return it as it stands} */
    SweepAnswer answer() {
        List<CellAnswer> answers = cells.stream().map(Cell::answer).toList();
        return new SweepAnswer(
                id, request.rows(), request.columns(), done(answers), cells.size(), rowByRow(answers), experiment);
    }

    private List<List<CellAnswer>> rowByRow(List<CellAnswer> answers) {
        int width = request.columns().values().size();
        return IntStream.range(0, request.rows().values().size())
                .mapToObj(row -> answers.subList(row * width, (row + 1) * width))
                .toList();
    }

    private static int done(List<CellAnswer> answers) {
        return (int) answers.stream().filter(CellAnswer::isDone).count();
    }

    /** A run and, after it was forgotten, what became of it. */
    private static final class Cell {

        private @Nullable LiveRun run;
        private CellAnswer last;

        Cell(LiveRun run) {
            this.run = run;
            last = CellAnswer.of(run);
        }

        synchronized List<LiveRun> run() {
            answer();
            return run == null ? List.of() : List.of(run);
        }

        synchronized CellAnswer answer() {
            if (run != null) {
                boolean isForgotten = run.isClosed();
                last = isForgotten ? CellAnswer.of(run).forgotten() : CellAnswer.of(run);
                run = isForgotten ? null : run;
            }
            return last;
        }
    }
}
