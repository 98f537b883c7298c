package backstep.expression;

import java.util.Locale;

/** What a text may ask for, so that a hostile one is refused before it costs anything; counts while the parser works. */
public final class Limits {

    /** The most characters of a text. */
    public static final int CHARACTERS = 10_000;
    /** The most variables of a program. */
    public static final int VARIABLES = 64;

    static final int OPERATIONS = 5_000;
    static final int NESTING = 1_000;

    private final Source source;
    private int operations;
    private int nesting;

    Limits(Source source) {
        this.source = source;
    }

    /** @throws ExpressionException where the text is too long to be read at all */
    static void checkLength(Source source) {
        int length = source.text().length();
        if (length > CHARACTERS) {
            String sentence = "more than " + count(CHARACTERS) + " characters, " + count(length) + "; leave some out";
            throw source.error(CHARACTERS, length - CHARACTERS, sentence);
        }
    }

    /** Counts an operation: an operator, a minus sign or the name of a function. */
    void operation(Token token) {
        operations++;
        if (operations > OPERATIONS) {
            throw source.error(token, "more than " + count(OPERATIONS) + " operations; leave some out");
        }
    }

    /** Goes one level down: into parentheses, into a call, behind a minus sign or into an exponent. */
    void enter(Token token) {
        nesting++;
        if (nesting > NESTING) {
            String wayOut = "; give an inner part a name: f1 = …; f2 = … f1 …";
            throw source.error(token, "more than " + count(NESTING) + " levels of nesting" + wayOut);
        }
    }

    void leave() {
        nesting--;
    }

    /** @param count how many variables there are with the one that {@code token} names */
    void variables(int count, Token token) {
        if (count > VARIABLES) {
            throw source.error(token, "more than " + VARIABLES + " variables; put numbers in the place of some");
        }
    }

    private static String count(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
