package backstep.expression;

/** What a text may ask for, so that a hostile one is refused before it costs anything; counts while the parser works. */
final class Limits {

    static final int CHARACTERS = 10_000;
    static final int OPERATIONS = 5_000;
    static final int NESTING = 1_000;
    static final int VARIABLES = 64;

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
            String sentence = "at most 10,000 characters can be read, here are %,d; leave some out".formatted(length);
            throw source.error(CHARACTERS, length - CHARACTERS, sentence);
        }
    }

    /** Counts an operation: an operator, a minus sign or a call. */
    void operation(Token token) {
        operations++;
        if (operations > OPERATIONS) {
            throw source.error(token, "more than 5,000 operations; leave some out");
        }
    }

    /** Goes one level down: into parentheses, into a call, behind a minus sign or into an exponent. */
    void enter(Token token) {
        nesting++;
        if (nesting > NESTING) {
            throw source.error(
                    token, "more than 1,000 levels of nesting; give an inner part a name: f1 = …; f2 = … f1 …");
        }
    }

    void leave() {
        nesting--;
    }

    /** @param count how many variables there are with the one that {@code token} names */
    void variables(int count, Token token) {
        if (count > VARIABLES) {
            throw source.error(token, "more than 64 variables; put numbers in the place of some");
        }
    }
}
