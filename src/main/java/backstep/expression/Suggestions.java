package backstep.expression;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** The known names nearest to a misspelt one. */
final class Suggestions {

    private static final int FARTHEST = 2;
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_LIST = 20;

    private Suggestions() {}

    /** {@return the names with the fewest letters to change: at most two, and no more than half of them} */
    static List<String> nearest(String name, Collection<String> known) {
        int fewest = Math.min(FARTHEST, name.length() / 2);
        List<String> nearest = new ArrayList<>();
        if (name.length() > LONGEST_NAME) {
            return nearest;
        }
        for (String candidate : known) {
            int distance = distance(name, candidate);
            if (distance < fewest) {
                nearest.clear();
                fewest = distance;
            }
            if (distance <= fewest) {
                nearest.add(candidate);
            }
        }
        return nearest;
    }

    /** {@return " (did you mean a?)", " (did you mean a, b or c?)"} */
    static String didYouMean(List<String> names) {
        int last = Math.min(names.size(), LONGEST_LIST) - 1;
        String first = last == 0 ? "" : String.join(", ", names.subList(0, last)) + " or ";
        return " (did you mean " + first + names.get(last) + "?)";
    }

    /** {@return the names with commas between them, cut short where they are many} */
    static String list(Collection<String> names) {
        List<String> shown = names.stream().limit(LONGEST_LIST).toList();
        return String.join(", ", shown) + (shown.size() < names.size() ? ", …" : "");
    }

    /** Letters to insert, delete or replace (Levenshtein 1966), case aside; gives up early on very different lengths. */
    private static int distance(String name, String candidate) {
        if (Math.abs(name.length() - candidate.length()) > FARTHEST) {
            return Integer.MAX_VALUE;
        }
        int[] row = new int[candidate.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        String lowerCase = candidate.toLowerCase(Locale.ROOT);
        for (char letter : name.toLowerCase(Locale.ROOT).toCharArray()) {
            row = nextRow(row, letter, lowerCase);
        }
        return row[candidate.length()];
    }

    private static int[] nextRow(int[] above, char letter, String candidate) {
        int[] row = new int[above.length];
        row[0] = above[0] + 1;
        for (int j = 1; j < row.length; j++) {
            int replaced = above[j - 1] + (letter == candidate.charAt(j - 1) ? 0 : 1);
            row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
        }
        return row;
    }
}
