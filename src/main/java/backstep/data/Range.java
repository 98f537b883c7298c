package backstep.data;

/** The numbers that a setting may have, and the one that it usually has. */
public record Range(double least, double most, double usual) {

    /** @throws backstep.network.InvalidNetwork where the number is none of them */
    void require(double number, String place) {
        Claims.require(
                number >= least && number <= most,
                place,
                "must be " + Claims.number(least) + " to " + Claims.number(most) + ", was " + Claims.number(number));
    }
}
