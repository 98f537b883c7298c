package backstep.cli;

/** Says that a command was called with something that cannot be meant. */
final class WrongCall extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message one line, which names the place, the value and the way out */
    WrongCall(String message) {
        super(message);
    }
}
