package backstep.server;

/** Says that the server cannot be reached at the address it was given, and what to do about it. */
public final class CannotListen extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotListen(String message, Throwable cause) {
        super(message, cause);
    }
}
