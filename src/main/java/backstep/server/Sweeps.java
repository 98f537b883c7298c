package backstep.server;

import backstep.experiment.ExperimentDocument;
import io.javalin.http.HttpResponseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sweeps that the server keeps. Their runs are runs like all others, and count as such. */
final class Sweeps {

    /** How many are kept; beyond that the oldest that is done makes room. */
    static final int KEPT = 32;

    /** As many as a heat map shows at a glance, and not so many that others have to wait long for their turn. */
    private static final int MOST_RUNS = 63;

    private final TrainingRuns runs;
    /** In the order in which they came. */
    private final Map<String, Sweep> sweeps = new LinkedHashMap<>();

    Sweeps(TrainingRuns runs) {
        this.runs = runs;
    }

    /**
     * {@return the sweep that is asked for, whose runs go or wait for their turn}
     *
     * @throws InvalidRequest where it cannot be
     * @throws HttpResponseException where there is no room for all its runs
     */
    Sweep start(ExperimentRequest<SweepRequest> request) {
        ExperimentDocument document = request.document();
        request.question().require(Math.clamp(runs.kept() - 1, 1, MOST_RUNS));
        SweepGrid grid = new SweepGrid(document, request.question(), runs::requireBounded);
        synchronized (sweeps) {
            makeRoom();
            List<LiveRun> started = runs.addAll(grid.runs());
            Sweep sweep = new Sweep(started.getFirst().id(), document, request.question(), started);
            sweeps.put(sweep.id(), sweep);
            started.forEach(runs::resume);
            return sweep;
        }
    }

    private void makeRoom() {
        if (sweeps.size() >= KEPT) {
            Optional<Sweep> oldest =
                    sweeps.values().stream().filter(Sweep::isDone).findFirst();
            sweeps.remove(oldest.orElseThrow(() -> new HttpResponseException(
                            TrainingRuns.TOO_MANY_REQUESTS,
                            KEPT + " sweeps are going already; delete one with DELETE /api/training/sweeps/{id}."))
                    .id());
        }
    }

    /**
     * {@return the sweep of that name}
     *
     * @throws NoSuchSweep where there is none
     */
    Sweep get(String id) {
        synchronized (sweeps) {
            Sweep sweep = sweeps.get(id);
            if (sweep == null) {
                throw new NoSuchSweep(id);
            }
            return sweep;
        }
    }

    /** {@return all sweeps, the oldest first} */
    List<Sweep> all() {
        synchronized (sweeps) {
            return List.copyOf(sweeps.values());
        }
    }

    /** Pauses all its runs that are not at their end. */
    void pause(Sweep sweep) {
        sweep.runs().forEach(run -> run.pause(null));
    }

    /** Lets all its runs go on. */
    void resume(Sweep sweep) {
        sweep.runs().forEach(runs::resume);
    }

    /** Ends its runs and forgets it. */
    void delete(String id) {
        Sweep sweep = get(id);
        synchronized (sweeps) {
            sweeps.remove(id);
        }
        sweep.runs().forEach(run -> runs.forget(run));
    }
}
