package backstep.linalg;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;

/**
 * Room to work in that no thread uses at the moment. Several threads may take and give back at once; as much is kept as there
 * are processors, so that a thread which works on and on allocates nothing.
 */
public final class Idle<T> {

    private final AtomicReferenceArray<T> kept =
            new AtomicReferenceArray<>(Runtime.getRuntime().availableProcessors());

    private final Supplier<T> more;

    /** Room of which more is made where none is kept. */
    public Idle(Supplier<T> more) {
        this.more = more;
    }

    /** {@return room that is the caller's own until it is given back} */
    public T take() {
        for (int i = 0; i < kept.length(); i++) {
            T room = kept.getAndSet(i, null);
            if (room != null) {
                return room;
            }
        }
        return more.get();
    }

    /** Keeps room for the next one to take. */
    public void giveBack(T room) {
        for (int i = 0; i < kept.length(); i++) {
            if (kept.compareAndSet(i, null, room)) {
                return;
            }
        }
    }
}
