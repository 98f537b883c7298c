package backstep.server;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How fast a run may go: as fast as it can, or at so many updates a second so that it can be watched. Which updates it makes
 * does not depend on it.
 */
final class Tempo {

    /** How often a run that is held back makes updates: as often as a page draws them. */
    private static final double BEATS = 30;

    private static final double SECOND = TimeUnit.SECONDS.toNanos(1);

    private @Nullable Double perSecond;
    private long next;
    private boolean isFresh = true;

    /** @param updatesPerSecond null for as fast as it can */
    synchronized void set(@Nullable Double updatesPerSecond) {
        perSecond = updatesPerSecond;
        isFresh = true;
    }

    synchronized @Nullable Double updatesPerSecond() {
        return perSecond;
    }

    /** {@return how many nanoseconds it has to wait before its next updates, 0 where it may make them now} */
    synchronized long untilNext(long now) {
        if (perSecond == null) {
            return 0;
        }
        if (isFresh) {
            isFresh = false;
            next = now;
        }
        return Math.max(0, next - now);
    }

    /** {@return how many updates it makes now, {@code most} at most} */
    synchronized int take(int most, long now) {
        if (perSecond == null) {
            return most;
        }
        int updates = Math.clamp(Math.round(perSecond / BEATS), 1, most);
        next = Math.max(next, now) + Math.round(updates / perSecond * SECOND);
        return updates;
    }
}
