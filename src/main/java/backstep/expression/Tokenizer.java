package backstep.expression;

import backstep.expression.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text into tokens. A line break ends a statement, unless it stands inside parentheses. Operations are counted here,
 * so that too many are refused before any tree is made.
 */
final class Tokenizer {

    private static final String DIGITS = "0123456789";
    private static final String LINE_BREAKS = "\n\r\u0085\u2028\u2029";

    private final Source source;
    private final Limits limits;
    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int open;

    private Tokenizer(Source source, Limits limits) {
        this.source = source;
        this.limits = limits;
        this.text = source.text();
    }

    /** {@return the tokens of the text, the last of them {@link Kind#END}} */
    static List<Token> tokens(Source source, Limits limits) {
        return new Tokenizer(source, limits).run();
    }

    private List<Token> run() {
        while (at < text.length()) {
            next(text.charAt(at));
        }
        add(Kind.END, "", at);
        return tokens;
    }

    private void next(char character) {
        if (LINE_BREAKS.indexOf(character) >= 0) {
            lineBreak();
        } else if (Spelling.isSpace(character)) {
            at++;
        } else if (isDigit(at) || character == '.') {
            number();
        } else if (Spelling.isLetter(character)) {
            name();
        } else {
            symbol(character);
        }
    }

    private void lineBreak() {
        int end = text.startsWith("\r\n", at) ? at + 2 : at + 1;
        if (open == 0) {
            add(Kind.LINE_END, "", end);
        } else {
            at = end;
        }
    }

    private void number() {
        int end = endOfDigits(at);
        if (end < text.length() && text.charAt(end) == '.') {
            end = endOfDigits(end + 1);
        }
        if (end == at + 1 && text.charAt(at) == '.') {
            throw source.error(at, 1, "expected a digit beside the decimal point");
        }
        end = endOfExponent(end);
        add(Kind.NUMBER, Spelling.number(text.substring(at, end)), end);
    }

    private int endOfDigits(int start) {
        int end = start;
        while (isDigit(end)) {
            end++;
        }
        return end;
    }

    /** The e of {@code 2e} is a name, that of {@code 2e3} and {@code 2e-3} belongs to the number. */
    private int endOfExponent(int start) {
        if (start >= text.length() || "eE".indexOf(text.charAt(start)) < 0) {
            return start;
        }
        boolean signed = start + 1 < text.length() && Spelling.isSign(text.charAt(start + 1));
        int digits = signed ? start + 2 : start + 1;
        return isDigit(digits) ? endOfDigits(digits) : start;
    }

    private boolean isDigit(int index) {
        return index < text.length() && DIGITS.indexOf(text.charAt(index)) >= 0;
    }

    private void name() {
        int end = at;
        while (end < text.length() && Spelling.isNamePart(text.charAt(end))) {
            end++;
        }
        add(Kind.NAME, Spelling.name(text.substring(at, end)), end);
    }

    private void symbol(char character) {
        Spelling.Symbol symbol = Spelling.symbol(character).orElseThrow(this::unknown);
        open = openAfter(symbol.kind());
        add(symbol.kind(), symbol.text(), at + 1);
    }

    private int openAfter(Kind kind) {
        return switch (kind) {
            case OPEN -> open + 1;
            case CLOSE -> Math.max(0, open - 1);
            case SEMICOLON -> 0;
            case NUMBER, NAME, MINUS, OPERATOR, COMMA, EQUALS, LINE_END, END -> open;
        };
    }

    private ExpressionException unknown() {
        int character = text.codePointAt(at);
        return source.error(at, Character.charCount(character), UnknownCharacter.sentence(character));
    }

    private void add(Kind kind, String spelled, int end) {
        Token token = new Token(kind, spelled, at, end - at);
        tokens.add(token);
        if (token.isOperator() || token.is(Kind.NAME) && Names.isFunction(spelled)) {
            limits.operation(token);
        }
        at = end;
    }
}
