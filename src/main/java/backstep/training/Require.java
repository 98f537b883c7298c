package backstep.training;

import backstep.network.InvalidNetwork;

/** What the numbers of a training must be, in one wording. */
final class Require {

    private Require() {}

    static void that(boolean holds, String place, String claim) {
        if (!holds) {
            throw new InvalidNetwork(place, claim);
        }
    }

    static void positive(String place, double number) {
        that(number > 0 && Double.isFinite(number), place, "must be a positive number, was " + number);
    }

    static void notNegative(String place, double number) {
        that(number >= 0 && Double.isFinite(number), place, "must be 0 or a positive number, was " + number);
    }

    /** Of a weight of the past in an average. */
    static void fraction(String place, double number) {
        that(number >= 0 && number < 1, place, "must be at least 0 and less than 1, was " + number);
    }

    static void atLeast(String place, int least, int number) {
        that(number >= least, place, "must be " + least + " or more, was " + number);
    }
}
