package backstep.server;

import java.util.concurrent.TimeUnit;
import java.util.function.IntUnaryOperator;
import java.util.function.LongSupplier;

/**
 * The slices in which a run makes its updates, so that whoever asks can look at it between two of them: as many updates as take a
 * few milliseconds, and no more than its tempo allows.
 */
final class Slices {

    private static final long LENGTH = TimeUnit.MILLISECONDS.toNanos(5);
    private static final int MOST = 10_000;

    private final Tempo tempo;
    private final LongSupplier nanos;
    private int updates = 1;

    Slices(Tempo tempo, LongSupplier nanos) {
        this.tempo = tempo;
        this.nanos = nanos;
    }

    /**
     * Makes the next one.
     *
     * @param advance makes at most as many updates, and returns how many it made
     */
    void make(IntUnaryOperator advance) {
        long before = nanos.getAsLong();
        int made = advance.applyAsInt(tempo.take(updates, before));
        long each = Math.max(1, (nanos.getAsLong() - before) / Math.max(1, made));
        updates = Math.clamp(LENGTH / each, 1, MOST);
    }
}
