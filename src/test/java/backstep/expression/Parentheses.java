package backstep.expression;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Finds the parentheses of a text that only group. */
final class Parentheses {

    private Parentheses() {}

    record Pair(int open, int close) {

        String removedFrom(String text) {
            return text.substring(0, open) + text.substring(open + 1, close) + text.substring(close + 1);
        }

        /** Whether a minus sign would come to stand behind another operator. */
        boolean guardsSign(String text) {
            return text.charAt(open + 1) == '-' && open > 0 && "+-*/^ ".indexOf(text.charAt(open - 1)) >= 0;
        }
    }

    static List<Pair> grouping(String text) {
        List<Pair> pairs = new ArrayList<>();
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '(') {
                open.push(i);
            } else if (text.charAt(i) == ')') {
                addIfGrouping(new Pair(open.pop(), i), text, pairs);
            }
        }
        return pairs;
    }

    private static void addIfGrouping(Pair pair, String text, List<Pair> pairs) {
        boolean call = pair.open() > 0 && Character.isLetterOrDigit(text.charAt(pair.open() - 1));
        if (!call) {
            pairs.add(pair);
        }
    }

    static boolean parsesTo(Program program, String text) {
        try {
            return ExpressionParser.parse(text).equals(program);
        } catch (ExpressionException refused) {
            return false;
        }
    }
}
