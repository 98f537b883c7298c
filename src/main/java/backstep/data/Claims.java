package backstep.data;

import backstep.network.InvalidNetwork;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What must hold of data and their settings. */
final class Claims {

    private static final int LONG = 30;
    private static final int MANY = 20;

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

    /** {@return the text in quotation marks, as {@link #shortened}} */
    static String quoted(String text) {
        return '"' + shortened(text) + '"';
    }

    /** {@return the text on one line, cut where it is long} */
    static String shortened(String text) {
        String line = text.strip().replaceAll("\\p{Cntrl}", " ").replaceAll("\\p{Cs}", "\ufffd");
        boolean whole = line.codePointCount(0, line.length()) <= LONG;
        return whole ? line : line.substring(0, line.offsetByCodePoints(0, LONG)) + "…";
    }

    /** {@return which names may be chosen} */
    static String oneOf(List<String> names) {
        return "one of " + some(names);
    }

    /** {@return the names with commas between, the first ones where they are many} */
    static String some(List<String> names) {
        String first = names.stream().limit(MANY).map(Claims::shortened).collect(Collectors.joining(", "));
        return first + (names.size() > MANY ? ", …" : "");
    }
}
