package backstep.server;

/** Says that there is no sweep of a name, any more or at all. */
final class NoSuchSweep extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoSuchSweep(String id) {
        super("There is no sweep " + id + ": it was deleted, or dropped as one of the oldest. Start one with a POST to"
                + " /api/training/sweeps.");
    }
}
