package backstep.training;

import java.util.ArrayList;
import java.util.List;

/**
 * Checkpoints of a run at equal distances. The distance starts at {@value #FIRST_DISTANCE} updates and doubles, dropping every
 * other checkpoint, whenever there are more than fit: {@value #MOST}, or fewer where they would take more than {@value #BYTES}
 * bytes. So memory is bounded, and going back to any of N updates repeats fewer than 2N / {@value #MOST} of them where
 * checkpoints are small.
 */
final class Checkpoints {

    static final int FIRST_DISTANCE = 8;
    static final int MOST = 512;
    static final long BYTES = 16L << 20;

    private static final int LEAST = 4;

    private final int first;
    private final int most;
    private final List<Checkpoint> kept = new ArrayList<>();
    private int distance = FIRST_DISTANCE;

    Checkpoints(Plan plan) {
        first = plan.start().iteration();
        long matrices = 1L + plan.training().optimizer().rule().memories();
        long bytes = matrices * plan.network().weights() * Double.BYTES;
        most = Math.clamp(BYTES / bytes, LEAST, MOST);
    }

    /** Keeps the state of the trainer where its turn has come. */
    synchronized void offer(Trainer trainer) {
        if ((trainer.iteration() - first) % distance != 0) {
            return;
        }
        kept.add(trainer.checkpoint());
        if (kept.size() > most) {
            distance *= 2;
            kept.removeIf(checkpoint -> (checkpoint.iteration() - first) % distance != 0);
        }
    }

    /** {@return the last one before or at update k} */
    synchronized Checkpoint before(int k) {
        int last = Math.min((k - first) / distance, kept.size() - 1);
        return kept.get(last);
    }

    synchronized int distance() {
        return distance;
    }

    synchronized int count() {
        return kept.size();
    }
}
