package backstep.expression;

import backstep.expression.Token.Kind;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The characters of the grammar, and those that slides and text processors put in their place. */
final class Spelling {

    private static final String SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉";
    private static final Map<Character, Symbol> SYMBOLS = symbols();

    private Spelling() {}

    /** What a single character means. */
    record Symbol(Kind kind, String text) {}

    static Optional<Symbol> symbol(char character) {
        return Optional.ofNullable(SYMBOLS.get(character));
    }

    static boolean isSpace(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    static boolean isLetter(char character) {
        return character >= 'A' && character <= 'Z' || character >= 'a' && character <= 'z';
    }

    static boolean isNamePart(char character) {
        return isPlainNamePart(character) || SUBSCRIPTS.indexOf(character) >= 0;
    }

    static boolean isPlainNamePart(char character) {
        return isLetter(character) || character >= '0' && character <= '9' || character == '_';
    }

    static boolean isSign(char character) {
        return character == '+' || character == '-' || character == '−';
    }

    /** {@return {@code pasted} with plain digits: x1 for x₁} */
    static String name(String pasted) {
        StringBuilder name = new StringBuilder(pasted);
        for (int i = 0; i < name.length(); i++) {
            int digit = SUBSCRIPTS.indexOf(name.charAt(i));
            if (digit >= 0) {
                name.setCharAt(i, (char) ('0' + digit));
            }
        }
        return name.toString();
    }

    /** {@return {@code pasted} with a plain minus sign in its exponent} */
    static String number(String pasted) {
        return pasted.replace('−', '-');
    }

    private static Map<Character, Symbol> symbols() {
        Map<Character, Symbol> symbols = new HashMap<>();
        add(symbols, "+", Kind.OPERATOR, "+");
        add(symbols, "-−–", Kind.MINUS, "-");
        add(symbols, "*·⋅×", Kind.OPERATOR, "*");
        add(symbols, "/÷", Kind.OPERATOR, "/");
        add(symbols, "^", Kind.OPERATOR, "^");
        add(symbols, "(", Kind.OPEN, "(");
        add(symbols, ")", Kind.CLOSE, ")");
        add(symbols, ",", Kind.COMMA, ",");
        add(symbols, "=", Kind.EQUALS, "=");
        add(symbols, ";", Kind.SEMICOLON, ";");
        add(symbols, "π", Kind.NAME, "pi");
        return symbols;
    }

    private static void add(Map<Character, Symbol> symbols, String characters, Kind kind, String text) {
        for (char character : characters.toCharArray()) {
            symbols.put(character, new Symbol(kind, text));
        }
    }
}
