package backstep.server;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Who watches a run. A run whose last watcher went away is paused after a while; one that nobody ever watched is not. */
final class Audience {

    private final LongSupplier nanos;
    private int present;
    private boolean hasLeft;
    private long leftAt;

    /** @param nanos the time, in nanoseconds from anywhere */
    Audience(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Somebody watches. */
    synchronized void arrive() {
        present++;
    }

    /** Somebody watches no longer. */
    synchronized void leave() {
        present--;
        hasLeft = true;
        leftAt = nanos.getAsLong();
    }

    synchronized boolean isEmpty() {
        return present == 0;
    }

    /** {@return whether there was somebody, and nobody has been there for so long} */
    synchronized boolean hasBeenGoneFor(Duration time) {
        return present == 0 && hasLeft && nanos.getAsLong() - leftAt >= time.toNanos();
    }

    /** Forgets who was there: somebody who does not watch has taken the run over. */
    synchronized void forget() {
        hasLeft = false;
    }
}
