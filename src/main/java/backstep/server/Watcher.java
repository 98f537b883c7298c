package backstep.server;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One who watches a run frame by frame. It gets one frame, the newest, each time it says that it is ready; nothing is kept for
 * one who is slow.
 */
final class Watcher {

    /** What it wants to see. */
    record View(Shown shown, int grid, int unitGrid) {}

    private static final int USUAL_GRID = 100;
    private static final int USUAL_UNIT_GRID = 24;
    private static final Duration FOR_EVER = Duration.ofDays(1);

    /**
     * From one frame to the next. A page draws when its screen does, 60 times a second, and so comes to ask at every second time; a
     * little sooner than that, or a frame would now and then be late for its turn and wait for the third.
     */
    private static final long LEAST_TIME = TimeUnit.SECONDS.toNanos(1) / 40;

    /** The pause after a frame, as a share of the time that it took, is at least this, so that watching leaves the run some time. */
    private static final double SHARE = 0.5;

    private final LiveRun run;
    private final Consumer<ByteBuffer> sink;
    private final Semaphore ready = new Semaphore(0);

    private View view = new View(new Shown.Live(), USUAL_GRID, USUAL_UNIT_GRID);
    private @Nullable Thread thread;

    /** @param sink is given the frames */
    Watcher(LiveRun run, Consumer<ByteBuffer> sink) {
        this.run = run;
        this.sink = sink;
    }

    /**
     * Takes note of what it wants.
     *
     * @throws InvalidRequest where there is no such moment
     */
    void ask(WatchRequest request) {
        if (request.show() instanceof Shown.After(int iteration)) {
            Iterations.require(run, "/show", iteration);
        }
        change(request);
        if (Boolean.TRUE.equals(request.ready())) {
            ready.drainPermits();
            ready.release();
        }
    }

    private void change(WatchRequest request) {
        synchronized (this) {
            View changed = new View(
                    request.show() == null ? view.shown() : request.show(),
                    request.grid() == null ? view.grid() : request.grid(),
                    request.unitGrid() == null ? view.unitGrid() : request.unitGrid());
            if (changed.equals(view)) {
                return;
            }
            view = changed;
        }
        run.changes().add();
    }

    private synchronized View view() {
        return view;
    }

    /** Watches until it is closed, or the run is. */
    void watch() {
        synchronized (this) {
            thread = Thread.currentThread();
        }
        try {
            Frames frames = new Frames(run);
            long seen = -1;
            while (!run.isClosed()) {
                if (!ready.tryAcquire(1, TimeUnit.SECONDS)) {
                    continue;
                }
                run.changes().awaitMoreThan(seen, FOR_EVER);
                seen = run.changes().count();
                if (!run.isClosed()) {
                    send(frames);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (NoSuchRun e) {
            // It was deleted meanwhile, which ends the watching.
        }
    }

    private void send(Frames frames) throws InterruptedException {
        long started = System.nanoTime();
        sink.accept(frames.next(view()));
        long took = System.nanoTime() - started;
        TimeUnit.NANOSECONDS.sleep(Math.max(LEAST_TIME - took, Math.round(SHARE * took)));
    }

    /** It watches no longer. */
    synchronized void close() {
        if (thread != null) {
            thread.interrupt();
        }
    }
}
