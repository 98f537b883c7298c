package backstep.server;

import backstep.training.Run;
import io.javalin.http.ConflictResponse;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a run that the server keeps: it waits, it queues for a thread, or it has one and goes on, until it is at its
 * end. A run that was paused and resumed may be on its way to one thread while another has yet to let go of it, so each
 * queueing is an assignment of its own, and the thread of an older one stops.
 */
final class Standing {

    private final Run run;
    private final BooleanSupplier closed;
    private Run.State unfinished = Run.State.PAUSED;
    private int assignment;
    private boolean isInLine;
    private @Nullable String reason;

    /**
     * A run that waits.
     *
     * @param closed whether nothing may let it go on any more
     */
    Standing(Run run, BooleanSupplier closed) {
        this.run = run;
        this.closed = closed;
    }

    /** {@return what it is doing} */
    synchronized Run.State state() {
        return run.state().isFinal() ? run.state() : unfinished;
    }

    /** {@return why it stopped, where that needs a word} */
    synchronized @Nullable String reason() {
        return reason;
    }

    /**
     * Makes sure that a single update may be made.
     *
     * @param id what the run is called
     * @throws ConflictResponse where it goes on by itself, or is at its end
     */
    void requireWaiting(String id) {
        Run.State state = state();
        if (state != Run.State.PAUSED) {
            throw new ConflictResponse("Run " + id + " is " + state.spelling() + "; "
                    + (state.isFinal()
                            ? "branch it to go on under other settings."
                            : "pause it to make a single update."));
        }
    }

    /**
     * Lets it queue, where it was paused and there is more to be done.
     *
     * @param queued is done where it does
     * @return whether it is to be put in line, where it does not stand yet
     */
    synchronized boolean queue(Runnable queued) {
        if (closed.getAsBoolean() || state() != Run.State.PAUSED) {
            return false;
        }
        unfinished = Run.State.QUEUED;
        reason = null;
        assignment++;
        queued.run();
        boolean stoodThere = isInLine;
        isInLine = true;
        return !stoodThere;
    }

    /** {@return whether it waits from now on: it queued, or went on} */
    synchronized boolean pause(@Nullable String why) {
        if (state() != Run.State.QUEUED && state() != Run.State.RUNNING) {
            return false;
        }
        unfinished = Run.State.PAUSED;
        reason = why;
        notifyAll();
        return true;
    }

    /**
     * A thread takes it out of the line, and lets it go on where it still queues.
     *
     * @param begun is done where it does
     * @return the assignment of the thread that asks
     */
    synchronized int begin(Runnable begun) {
        isInLine = false;
        if (unfinished == Run.State.QUEUED) {
            unfinished = Run.State.RUNNING;
            run.resume();
            begun.run();
        }
        return assignment;
    }

    /** {@return whether the thread that began with this assignment is still the one to go on} */
    synchronized boolean isAssigned(int mine) {
        return mine == assignment
                && unfinished == Run.State.RUNNING
                && !run.state().isFinal();
    }

    /** A pause or a single update that was asked for before the run was resumed may have come to its turn after that. */
    synchronized void goOn(int mine) {
        if (isAssigned(mine) && run.state() == Run.State.PAUSED) {
            run.resume();
        }
    }

    /** Lets others go, where there are any. {@return whether it stands in line behind them} */
    synchronized boolean givesWay(int mine, BooleanSupplier othersWait) {
        isInLine = isAssigned(mine) && othersWait.getAsBoolean();
        return isInLine;
    }

    /**
     * Waits; a pause, the end or {@link #wake} ends the wait.
     *
     * @param nanos how long, asked once nothing can be missed
     * @return whether there was anything to wait for
     */
    synchronized boolean await(LongSupplier nanos) throws InterruptedException {
        long wait = nanos.getAsLong();
        if (wait > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, wait);
        }
        return wait > 0;
    }

    /** Ends a wait, since there may be less to wait for. */
    synchronized void wake() {
        notifyAll();
    }
}
