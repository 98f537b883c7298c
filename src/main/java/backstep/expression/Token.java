package backstep.expression;

/**
 * A word of the text.
 *
 * @param text the word in the grammar's own spelling: {@code *} where the text has {@code ×}
 * @param start index of its first character in the text
 * @param length how many characters it takes there
 */
record Token(Kind kind, String text, int start, int length) {

    enum Kind {
        NUMBER,
        NAME,
        MINUS,
        OPERATOR,
        OPEN,
        CLOSE,
        COMMA,
        EQUALS,
        SEMICOLON,
        LINE_END,
        END
    }

    boolean is(Kind other) {
        return kind == other;
    }

    boolean endsStatement() {
        return is(Kind.SEMICOLON) || is(Kind.LINE_END) || is(Kind.END);
    }

    boolean isOperator() {
        return is(Kind.OPERATOR) || is(Kind.MINUS);
    }

    boolean startsOperand() {
        return is(Kind.NUMBER) || is(Kind.NAME) || is(Kind.OPEN);
    }
}
