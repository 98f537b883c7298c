package backstep.server;

import java.time.Duration;

/**
 * How much the server lets be trained.
 *
 * @param atOnce how many runs go at the same time; where there are more, they take turns
 * @param kept how many runs are kept; beyond that the oldest that is finished is dropped, then what waits and nobody watches
 * @param computing how long a run goes until it is paused and has to be resumed
 * @param unwatched how long a run goes on after its last watcher went away
 * @param idle for how long a run that nobody looks at keeps memory of the graphics card while it does not go
 * @param bytes how much memory a run may take
 * @param bytesOfAll and all that are kept
 */
record RunLimits(
        int atOnce, int kept, Duration computing, Duration unwatched, Duration idle, long bytes, long bytesOfAll) {

    private static final long MOST_BYTES = 1_000_000_000;

    /** {@return the limits of a server on this machine} */
    static RunLimits ofThisMachine() {
        long memory = Runtime.getRuntime().maxMemory();
        return new RunLimits(
                Math.max(1, Runtime.getRuntime().availableProcessors() - 1),
                256,
                Duration.ofMinutes(10),
                Duration.ofMinutes(1),
                Duration.ofSeconds(30),
                Math.min(MOST_BYTES, memory / 4),
                memory / 2);
    }
}
