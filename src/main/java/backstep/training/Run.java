package backstep.training;

import backstep.linalg.MatrixEngine;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A run of a plan: a trainer, its history, what is measured, and a state. Whoever has time for it calls {@link #advance};
 * questions may come from any thread and are answered between updates.
 */
public final class Run {

    /** What a run is doing. */
    public enum State {
        /** It has not started. */
        QUEUED,
        /** It goes on with every {@link Run#advance}. */
        RUNNING,
        /** It waits. */
        PAUSED,
        /** All epochs are done, or it was stopped early. */
        DONE,
        /** A number became infinite or none at all. */
        DIVERGED,
        /** The program could not go on. */
        FAILED;

        /** {@return whether nothing comes after it} */
        public boolean isFinal() {
            return switch (this) {
                case QUEUED, RUNNING, PAUSED -> false;
                case DONE, DIVERGED, FAILED -> true;
            };
        }

        /** {@return the name in documents} */
        public String spelling() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Plan plan;
    private final History history;
    private final Workbench workbench;
    private final Points points;
    private final Patience patience;
    private final int iterations;
    private volatile State state = State.QUEUED;
    private volatile boolean pauseAsked;

    private @Nullable Divergence divergence;
    private @Nullable String failure;

    /**
     * A run at its start, not yet started.
     *
     * @param engines makes an engine for the run and another one for its history, since an engine is used by one thread at a time
     */
    public Run(Supplier<MatrixEngine> engines, Plan plan) {
        this.plan = plan;
        history = new History(engines, plan);
        points = new Points();
        patience = new Patience(plan);
        iterations = plan.iterations();
        workbench = new Workbench(engines, plan, history);
        try {
            points.add(workbench.measure());
        } catch (RuntimeException e) {
            workbench.putAway();
            throw e;
        }
    }

    /**
     * Gives back the memory that its engines hold, which may be that of a device. Where the run goes on, or somebody asks for a
     * moment of it, memory is taken again, and all is as it was, to the last bit.
     */
    public void release() {
        synchronized (this) {
            workbench.putAway();
        }
        history.release();
    }

    /** Lets it run, where it is not at its end. */
    public void resume() {
        pauseAsked = false;
        synchronized (this) {
            if (!state.isFinal()) {
                state = State.RUNNING;
            }
        }
    }

    /** Makes it wait, after the update that it is in. */
    public void pause() {
        pauseAsked = true;
        synchronized (this) {
            if (!state.isFinal()) {
                state = State.PAUSED;
            }
        }
    }

    /** Makes one update while the run waits; does nothing where it runs or is at its end. */
    public synchronized void step() {
        if (state == State.QUEUED || state == State.PAUSED) {
            state = State.PAUSED;
            update();
        }
    }

    /** Makes up to so many updates while the run is running, and {@return how many it made}. */
    public synchronized int advance(int most) {
        int made = 0;
        while (made < most && state == State.RUNNING && !pauseAsked) {
            update();
            made++;
        }
        return made;
    }

    private void update() {
        Trainer trainer = workbench.trainer();
        trainer.update();
        history.follow(trainer);
        if (!trainer.isFinite()) {
            diverge(trainer.iteration());
            return;
        }
        boolean last = trainer.iteration() == iterations;
        if (trainer.iteration() % plan.iterationsPerEpoch() == 0) {
            endEpoch(trainer.epoch(), last);
        }
        if (last) {
            state = State.DONE;
        }
    }

    private void diverge(int update) {
        divergence = Divergence.of(workbench.engine(), history, plan);
        if (points.all().getLast().iteration() < update - 1) {
            points.add(history.metrics(update - 1));
        }
        state = State.DIVERGED;
    }

    private void endEpoch(int epoch, boolean last) {
        if (!last && !patience.isAsked() && !points.wants(epoch)) {
            return;
        }
        Metrics metrics = workbench.measure();
        boolean givesUp = patience.endsWith(metrics);
        if (last || givesUp || points.wants(epoch)) {
            points.add(metrics);
        }
        if (givesUp) {
            state = State.DONE;
        }
    }

    /** Ends it for a reason that lies outside the run, which may have hit it in the midst of an update. */
    public synchronized void fail(String reason) {
        if (!state.isFinal()) {
            failure = reason;
            state = State.FAILED;
            workbench.putAway();
        }
    }

    /** {@return what it is doing} */
    public State state() {
        return state;
    }

    /** {@return all that decides how it goes} */
    public Plan plan() {
        return plan;
    }

    /** {@return any moment of it up to now} */
    public History history() {
        return history;
    }

    /**
     * {@return the run that goes on from update k of this one under other settings, as {@link Plan#branch} has it; early stopping
     * goes on with the best loss up to there, unless it is another or judges by something else}
     */
    public Plan branch(int k, Plan other) {
        Plan branch = plan.branch(history.at(k), other.cost(), other.training());
        return plan.stopsAs(other) ? branch.with(patience.after(k / plan.iterationsPerEpoch())) : branch;
    }

    /** {@return how many updates are done} */
    public int iteration() {
        return history.last();
    }

    /** {@return how many epochs are done} */
    public int epoch() {
        return history.last() / plan.iterationsPerEpoch();
    }

    /** {@return after which update it is done} */
    public int iterations() {
        return iterations;
    }

    /** {@return the moment that it is at} */
    public synchronized Moment now() {
        return workbench.moment();
    }

    /** {@return what it is judged by now} */
    public synchronized Metrics measure() {
        return workbench.metrics();
    }

    /** {@return what it was judged by at the start and after epochs, the last one always among them} */
    public List<Metrics> metrics() {
        return points.all();
    }

    /** {@return where and why it diverged, where it did} */
    public synchronized Optional<Divergence> divergence() {
        return Optional.ofNullable(divergence);
    }

    /** {@return why the program could not go on, where it could not} */
    public synchronized Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    /** {@return whether it ended because its loss no longer fell} */
    public boolean stoppedEarly() {
        return state == State.DONE && history.last() < iterations;
    }
}
