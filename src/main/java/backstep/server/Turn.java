package backstep.server;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** For how long a run goes: in this turn, after which others that wait have theirs, and in all its turns since it was resumed. */
final class Turn {

    /** So short that runs that share a thread all seem to go. */
    private static final long LENGTH = TimeUnit.MILLISECONDS.toNanos(100);

    private final LongSupplier nanos;
    private long began;
    private long inEarlierTurns;

    Turn(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** The run was resumed. */
    synchronized void forgetEarlier() {
        inEarlierTurns = 0;
    }

    synchronized void begin() {
        began = nanos.getAsLong();
    }

    synchronized void end() {
        inEarlierTurns = inAll();
    }

    /** {@return whether it has lasted for so long that others may go} */
    synchronized boolean isLong() {
        return nanos.getAsLong() - began >= LENGTH;
    }

    /** {@return nanoseconds in all turns} */
    synchronized long inAll() {
        return inEarlierTurns + nanos.getAsLong() - began;
    }
}
