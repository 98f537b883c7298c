package backstep.network;

/** A network, its weights or its data are not what they must be. */
public final class InvalidNetwork extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String place;

    /**
     * Tells what is wrong.
     *
     * @param place a path such as {@code network/layers/1/units}, positions from 0
     * @param claim what must be, and what was
     */
    public InvalidNetwork(String place, String claim) {
        super("/" + place + ": " + claim);
        this.place = place;
    }

    /** {@return where it is wrong, as a path without a leading slash} */
    public String place() {
        return place;
    }

    static void require(boolean holds, String place, String claim) {
        if (!holds) {
            throw new InvalidNetwork(place, claim);
        }
    }
}
