package backstep.server;

import backstep.experiment.Experiment;
import backstep.experiment.ExperimentDocument;
import backstep.experiment.TrainingDocument.Engine;
import backstep.linalg.jcuda.GpuException;
import backstep.training.Moment;
import backstep.training.Run;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A run that the server keeps. The thread that makes its updates lets go of it every few milliseconds, so that whoever asks waits
 * no longer than that.
 */
final class LiveRun {

    /** The longest that it waits for its next beat before it looks whether others want to go. */
    private static final long LONGEST_WAIT = TimeUnit.MILLISECONDS.toNanos(20);

    private final String id;
    private final ExperimentDocument document;
    private final Experiment experiment;
    private final EngineChoice engine;
    private final Run run;
    private final LongSupplier nanos;
    private final Pace pace;
    private final Audience audience;
    private final Tempo tempo = new Tempo();
    private final Slices slices;
    private final Changes changes = new Changes();
    private final Turn turn;
    private final SharedRun shared;
    private final Standing standing;
    private final Attempts attempts;
    private volatile boolean closed;

    /** A run that waits to be resumed. */
    LiveRun(String id, ExperimentDocument document, Experiment experiment, Engines engines, LongSupplier nanos) {
        this.id = id;
        this.document = document;
        this.experiment = experiment;
        this.nanos = nanos;
        BegunRun begun = BegunRun.of(experiment.plan(), asked(document), engines, this::requireKept);
        engine = begun.engine();
        run = begun.run();
        shared = new SharedRun(run, nanos);
        standing = new Standing(run, () -> closed);
        attempts = new Attempts(id, run);
        slices = new Slices(tempo, nanos);
        turn = new Turn(nanos);
        pace = new Pace(nanos);
        audience = new Audience(nanos);
    }

    private static @Nullable Engine asked(ExperimentDocument document) {
        return document.training() == null ? null : document.training().engine();
    }

    /**
     * Whoever still has a run that was deleted must not have memory taken for it again. It is asked in the midst of an update, so
     * it waits for nobody.
     */
    private void requireKept() {
        if (closed) {
            throw new NoSuchRun(id);
        }
    }

    String id() {
        return id;
    }

    ExperimentDocument document() {
        return document;
    }

    Experiment experiment() {
        return experiment;
    }

    EngineChoice engine() {
        return engine;
    }

    Changes changes() {
        return changes;
    }

    Audience audience() {
        return audience;
    }

    /** {@return how fast it may go; null for as fast as it can} */
    @Nullable
    Double tempo() {
        return tempo.updatesPerSecond();
    }

    /** Lets it go at another pace from now on. */
    void setTempo(@Nullable Double updatesPerSecond) {
        tempo.set(updatesPerSecond);
        standing.wake();
    }

    /** {@return what it is doing} */
    Run.State state() {
        return standing.state();
    }

    /** {@return why it stopped, where that needs a word} */
    @Nullable
    String reason() {
        return standing.reason();
    }

    /** {@return whether it was deleted, or the server closes} */
    boolean isClosed() {
        return closed;
    }

    /** {@return how many updates are made in a second, over the last few} */
    double updatesPerSecond() {
        return state() == Run.State.RUNNING ? pace.perSecond() : 0;
    }

    /** {@return what somebody sees of the run while nobody changes it} */
    <T> T look(Function<Run, T> eye) {
        return shared.look(eye);
    }

    /** {@return whether it is to be put in line: it was paused, there is more to be done, and it does not stand there yet} */
    boolean queue() {
        return standing.queue(changes::add);
    }

    /** {@return whether it waits, and nobody watches it} */
    boolean isLeft() {
        return state() == Run.State.PAUSED && audience.isEmpty();
    }

    /** {@return nanoseconds for which nobody has looked at it} */
    long unused() {
        return shared.unused();
    }

    /** Makes it wait, after the update that it is in. */
    void pause(@Nullable String why) {
        if (standing.pause(why)) {
            run.pause();
            changes.add();
        }
    }

    /**
     * Makes one update.
     *
     * @throws io.javalin.http.ConflictResponse where it goes on by itself, or is at its end
     */
    void step() {
        standing.requireWaiting(id);
        attempts.make(() -> look(paused -> {
            paused.pause();
            paused.step();
            return false;
        }));
        releaseAtEnd();
        changes.add();
    }

    /**
     * Makes updates until it is paused or at its end, for as long as it may, or until others have waited for long enough.
     *
     * @param othersWait whether there are others that want to go
     * @return whether it stands in line again
     */
    boolean work(Duration most, BooleanSupplier othersWait) {
        turn.begin();
        int mine = standing.begin(this::begin);
        boolean goesOn = attempts.make(() -> {
            while (standing.isAssigned(mine)) {
                boolean isEarly = isEarly();
                if ((isEarly || turn.isLong()) && standing.givesWay(mine, othersWait)) {
                    return true;
                }
                if (!isEarly) {
                    advance(mine, most);
                }
            }
            return false;
        });
        turn.end();
        releaseAtEnd();
        changes.add();
        return goesOn;
    }

    private void begin() {
        turn.forgetEarlier();
        pace.begin(run.iteration());
    }

    private void advance(int mine, Duration most) {
        slices.make(updates -> look(running -> {
            standing.goOn(mine);
            return running.advance(updates);
        }));
        pace.note(run.iteration());
        changes.add();
        if (turn.inAll() > most.toNanos()) {
            pause("It has gone for " + most.toMinutes() + " minutes; resume it to go on.");
        }
    }

    /** Ends it because the graphics card cannot go on. */
    void fail(GpuException e) {
        attempts.fail(e);
    }

    /** {@return its newest moment} */
    Moment newest() {
        return shared.newest();
    }

    private void releaseAtEnd() {
        if (run.state().isFinal()) {
            release();
        }
    }

    /** Gives back the memory of the graphics card that it holds, until somebody needs it again. */
    void release() {
        if (engine.isOnCard()) {
            shared.release();
        }
    }

    /** Gives back what it holds of the graphics card where it waits, or is at its end, and nobody has looked at it for so long. */
    void releaseIdle(Duration idle) {
        if (state() != Run.State.RUNNING && shared.isIdle(idle)) {
            release();
        }
    }

    /** Waits for the next beat, for a while; a pause, the end or another pace ends the wait. */
    private boolean isEarly() {
        try {
            return standing.await(() -> Math.min(tempo.untilNext(nanos.getAsLong()), LONGEST_WAIT));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            pause(null);
            return true;
        }
    }

    /** Ends it: it was deleted, or the server closes. */
    void close() {
        closed = true;
        pause(null);
        changes.add();
    }
}
