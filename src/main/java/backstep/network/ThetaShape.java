package backstep.network;

/**
 * The shape of a Θ⁽ˡ⁾.
 *
 * @param meaning what its rows and columns stand for
 */
public record ThetaShape(int rows, int columns, String meaning) {

    /** Of a layer without weights. */
    public static final ThetaShape NONE = new ThetaShape(0, 0, "");

    /** {@return whether there are weights} */
    public boolean isThere() {
        return rows > 0;
    }

    /** {@return how many weights there are} */
    public long size() {
        return (long) rows * columns;
    }
}
