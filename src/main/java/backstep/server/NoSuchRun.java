package backstep.server;

/** Says that there is no run of a name, any more or at all. */
final class NoSuchRun extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoSuchRun(String id) {
        super("There is no run " + id + ": it was deleted, or dropped as one of the oldest. Start one with a POST to"
                + " /api/training/runs.");
    }
}
