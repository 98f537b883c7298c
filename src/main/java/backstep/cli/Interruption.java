package backstep.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** While it is open, Ctrl-C lets the work come to an end of its own, and waits a little for it to say what it came to. */
final class Interruption implements AutoCloseable {

    private static final long SECONDS = 10;

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook;

    /** @param stop asks the work to end */
    Interruption(Runnable stop) {
        hook = new Thread(() -> {
            stop.run();
            awaitClosing();
        });
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void awaitClosing() {
        try {
            closed.await(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The program is on its way out already, because of Ctrl-C.
        }
    }
}
