package backstep.server;

import java.util.Locale;

/** What a run is doing. */
enum RunState {
    /** It waits for its turn. */
    QUEUED,
    /** It goes. */
    RUNNING,
    /** It can be resumed. */
    PAUSED,
    /** It has made all its updates, or stopped early. */
    DONE,
    /** It met a number that is not finite. */
    DIVERGED,
    /** The program is to blame. */
    FAILED;

    /** {@return whether it will make no more updates} */
    boolean isFinished() {
        return switch (this) {
            case QUEUED, RUNNING, PAUSED -> false;
            case DONE, DIVERGED, FAILED -> true;
        };
    }

    /** {@return the name of the state in documents} */
    String spelling() {
        return name().toLowerCase(Locale.ROOT);
    }
}
