package backstep.server;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** How fast a run goes, over the last second or two. */
final class Pace {

    private static final long SPAN = TimeUnit.SECONDS.toNanos(2);
    private static final double SECOND = TimeUnit.SECONDS.toNanos(1);

    /** @param work done in all until then */
    private record Mark(long time, double work) {}

    private final LongSupplier nanos;
    private final Deque<Mark> marks = new ArrayDeque<>();

    Pace(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Begins anew, after a pause. */
    synchronized void begin(double work) {
        marks.clear();
        marks.add(new Mark(nanos.getAsLong(), work));
    }

    /** Notes how much work has been done in all. */
    synchronized void note(double work) {
        long now = nanos.getAsLong();
        marks.add(new Mark(now, work));
        while (marks.size() > 2 && now - marks.getFirst().time() > SPAN) {
            marks.removeFirst();
        }
    }

    /** {@return how much work is done in a second, 0 where that is not known} */
    synchronized double perSecond() {
        if (marks.size() < 2) {
            return 0;
        }
        long time = marks.getLast().time() - marks.getFirst().time();
        double work = marks.getLast().work() - marks.getFirst().work();
        return time <= 0 ? 0 : work / (time / SECOND);
    }
}
