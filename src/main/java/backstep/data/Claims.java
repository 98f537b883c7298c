package backstep.data;

import backstep.network.InvalidNetwork;
import java.util.Locale;

/** What must hold of data and their settings. */
final class Claims {

    private Claims() {}

    /** @throws InvalidNetwork where it does not hold */
    static void require(boolean holds, String place, String claim) {
        if (!holds) {
            throw new InvalidNetwork(place, claim);
        }
    }

    /** {@return the number with commas between thousands, whole where it is whole} */
    static String number(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? String.format(Locale.ROOT, "%,d", (long) number)
                : Double.toString(number);
    }
}
