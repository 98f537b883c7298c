package backstep.server;

/** Says that a request's body cannot be what was meant, and which field is to blame. */
public final class InvalidRequest extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String pointer;
    private final String detail;

    /**
     * @param pointer to the field in the request, as of RFC 6901: {@code /at/x2}; empty for the whole body
     * @param detail a sentence for people, which can stand alone
     */
    public InvalidRequest(String pointer, String detail) {
        super(pointer.isEmpty() ? detail : pointer + ": " + detail);
        this.pointer = pointer;
        this.detail = detail;
    }

    /**
     * Refuses a request where something does not hold.
     *
     * @throws InvalidRequest where it does not
     */
    static void require(boolean holds, String pointer, String claim) {
        if (!holds) {
            throw new InvalidRequest(pointer, pointer + ": " + claim);
        }
    }

    /** {@return the field to blame, empty for the whole body} */
    public String pointer() {
        return pointer;
    }

    /** {@return what is wrong with it} */
    public String detail() {
        return detail;
    }
}
