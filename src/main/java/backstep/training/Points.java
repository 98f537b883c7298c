package backstep.training;

import java.util.ArrayList;
import java.util.List;

/** The points of a run's curves: one an epoch, fewer when there would be more than {@value #MOST}. */
final class Points {

    static final int MOST = 2_000;

    private final List<Metrics> kept = new ArrayList<>();
    private int distance = 1;

    /** {@return whether a point is kept after this epoch} */
    synchronized boolean wants(int epoch) {
        return epoch % distance == 0;
    }

    synchronized void add(Metrics metrics) {
        kept.add(metrics);
        if (kept.size() > MOST) {
            distance *= 2;
            Metrics start = kept.getFirst();
            kept.removeIf(point -> point != start && point != metrics && point.epoch() % distance != 0);
        }
    }

    synchronized List<Metrics> all() {
        return List.copyOf(kept);
    }
}
