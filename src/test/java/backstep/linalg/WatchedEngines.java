package backstep.linalg;

import backstep.linalg.ejml.EjmlEngine;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes engines like those of a device: they count the buffers that are held, refuse work once closed, and fail when told so. */
public final class WatchedEngines implements Supplier<MatrixEngine> {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String name;
    private int opened;
    private int open;
    private int buffers;

    private String failing = "";
    private int failsAfter;
    private @Nullable RuntimeException failure;

    /** @param name what the engines are called */
    public WatchedEngines(String name) {
        this.name = name;
    }

    /** {@return how many were made} */
    public synchronized int opened() {
        return opened;
    }

    /** {@return how many are not closed} */
    public synchronized int open() {
        return open;
    }

    /** {@return how many buffers are held by engines that are not closed} */
    public synchronized int buffers() {
        return buffers;
    }

    /** Waits until none is open, for some seconds at most. */
    public synchronized void awaitNoneOpen() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (open > 0 && System.nanoTime() < end) {
            wait(PATIENCE.toMillis());
        }
    }

    /** From now on an operation fails after so many calls of it, over all engines. */
    public synchronized void fail(String operation, int calls, RuntimeException with) {
        failing = operation;
        failsAfter = calls;
        failure = with;
    }

    /** From now on nothing fails. */
    public synchronized void heal() {
        failing = "";
    }

    @Override
    public MatrixEngine get() {
        Watched watched = new Watched();
        synchronized (this) {
            opened++;
            open++;
        }
        return (MatrixEngine) Proxy.newProxyInstance(
                MatrixEngine.class.getClassLoader(),
                new Class<?>[] {MatrixEngine.class},
                (proxy, method, operands) -> watched.call(method, operands));
    }

    private synchronized void note(String operation) {
        RuntimeException with = failure;
        if (operation.equals(failing) && with != null && failsAfter-- <= 0) {
            throw with;
        }
    }

    private final class Watched {

        private final MatrixEngine engine = new EjmlEngine();
        private boolean closed;
        private int held;

        private @Nullable Object call(Method method, Object @Nullable [] operands) throws Throwable {
            String operation = method.getName();
            if (operation.equals("close")) {
                close();
                return null;
            }
            if (operation.equals("name")) {
                return name;
            }
            note(operation);
            synchronized (WatchedEngines.this) {
                if (closed) {
                    throw new IllegalStateException(operation + ": the engine is closed");
                }
                if (operation.equals("allocate")) {
                    held++;
                    buffers++;
                }
            }
            try {
                return method.invoke(engine, operands);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }

        private void close() {
            synchronized (WatchedEngines.this) {
                if (!closed) {
                    closed = true;
                    open--;
                    buffers -= held;
                    WatchedEngines.this.notifyAll();
                }
            }
        }
    }
}
