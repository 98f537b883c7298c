package backstep.data;

/** A setting that only some rules take. */
public enum Option {
    /** The text of a function of x. */
    FUNCTION("function"),
    /** Where a curve begins and ends. */
    INTERVAL("from"),
    /** How many pixels high and wide an image is. */
    SIZE("size");

    private final String spelling;

    Option(String spelling) {
        this.spelling = spelling;
    }

    /** {@return the name of the setting in documents; of an interval that of its start} */
    public String spelling() {
        return spelling;
    }
}
