package backstep.data;

/** The numbers between two. */
public record Interval(double from, double to) {

    private static final Range ENDS = new Range(-1_000_000, 1_000_000, 0);

    /** Where curves usually are. */
    public static final Interval USUAL = new Interval(-1, 1);

    /** @throws backstep.network.InvalidNetwork where it is empty, or reaches too far */
    public Interval {
        ENDS.require(from, "data/from");
        ENDS.require(to, "data/to");
        Claims.require(
                from < to,
                "data/to",
                "must be greater than from, " + Claims.number(from) + "; was " + Claims.number(to));
    }

    /** {@return number i of {@code count}, which are evenly spaced and reach from end to end} */
    double at(int i, int count) {
        double part = (double) i / (count - 1);
        return from * (1 - part) + to * part;
    }
}
