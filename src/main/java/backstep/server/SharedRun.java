package backstep.server;

import backstep.linalg.jcuda.GpuException;
import backstep.training.Moment;
import backstep.training.Run;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** A run in the hands of one at a time. */
final class SharedRun {

    private final Run run;
    private final LongSupplier nanos;
    /** Fair: whoever asks comes before the next slice of updates. */
    private final ReentrantLock lock = new ReentrantLock(true);

    private volatile long lastUse;

    SharedRun(Run run, LongSupplier nanos) {
        this.run = run;
        this.nanos = nanos;
        lastUse = nanos.getAsLong();
    }

    /** {@return what somebody sees of the run, or does with it, while nobody else changes it} */
    <T> T look(Function<Run, T> eye) {
        lock.lock();
        try {
            lastUse = nanos.getAsLong();
            return eye.apply(run);
        } finally {
            lock.unlock();
        }
    }

    /** {@return the newest moment; where the graphics card cannot repeat its update, the newest that is kept} */
    Moment newest() {
        return look(now -> {
            try {
                return now.now();
            } catch (GpuException e) {
                return now.history().kept(now.iteration());
            }
        });
    }

    /** Gives back the memory that the run holds, which is no use of it. */
    void release() {
        lock.lock();
        try {
            run.release();
        } finally {
            lock.unlock();
        }
    }

    /** {@return whether nobody has looked at it for so long} */
    boolean isIdle(Duration time) {
        return unused() >= time.toNanos();
    }

    /** {@return nanoseconds for which nobody has looked at it} */
    long unused() {
        return nanos.getAsLong() - lastUse;
    }
}
