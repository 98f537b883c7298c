package backstep.expression;

import java.util.Comparator;

/**
 * The order in which people count: x2 before x10, and a before B. Names that differ only in case or in leading zeros
 * stay apart (X before x, x1 before x01), so that the order is total.
 */
public final class NaturalOrder implements Comparator<String> {

    @Override
    public int compare(String first, String second) {
        int readAsPeople = compareRuns(first, second);
        return readAsPeople != 0 ? readAsPeople : compareByLength(first, second);
    }

    private static int compareRuns(String first, String second) {
        int i = 0;
        int j = 0;
        while (i < first.length() && j < second.length()) {
            int endI = endOfRun(first, i);
            int endJ = endOfRun(second, j);
            int compared = compareRun(first.substring(i, endI), second.substring(j, endJ));
            if (compared != 0) {
                return compared;
            }
            i = endI;
            j = endJ;
        }
        return Integer.compare(first.length() - i, second.length() - j);
    }

    /** A run is a whole number, or one other character. */
    private static int endOfRun(String name, int start) {
        int end = start;
        while (end < name.length() && isDigit(name.charAt(end))) {
            end++;
        }
        return Math.max(end, start + 1);
    }

    private static int compareRun(String first, String second) {
        return isDigit(first.charAt(0)) && isDigit(second.charAt(0))
                ? compareByLength(withoutLeadingZeros(first), withoutLeadingZeros(second))
                : String.CASE_INSENSITIVE_ORDER.compare(first, second);
    }

    private static int compareByLength(String first, String second) {
        int byLength = Integer.compare(first.length(), second.length());
        return byLength != 0 ? byLength : first.compareTo(second);
    }

    private static String withoutLeadingZeros(String digits) {
        int start = 0;
        while (start < digits.length() - 1 && digits.charAt(start) == '0') {
            start++;
        }
        return digits.substring(start);
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }
}
