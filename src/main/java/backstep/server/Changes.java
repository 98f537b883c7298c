package backstep.server;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Counts what happens to a run, and lets others wait for more of it. Nobody who is slow is waited for. */
final class Changes {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition more = lock.newCondition();
    private long count;

    /** Something happened. */
    void add() {
        lock.lock();
        try {
            count++;
            more.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** {@return how much has happened} */
    long count() {
        lock.lock();
        try {
            return count;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until more has happened than was seen.
     *
     * @param most how long to wait for it
     * @return how much has happened
     */
    long awaitMoreThan(long seen, Duration most) throws InterruptedException {
        lock.lock();
        try {
            long left = most.toNanos();
            while (count <= seen && left > 0) {
                left = more.awaitNanos(left);
            }
            return count;
        } finally {
            lock.unlock();
        }
    }
}
