package backstep.expression;

import backstep.expression.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The left side of a definition.
 *
 * @param variables those of {@code f(x2, x1) = …}; absent from {@code f = …}
 */
record Header(Token name, Optional<List<Token>> variables) {

    /**
     * @param tokens those before the equals sign
     * @param equals the equals sign
     */
    static Header of(Source source, List<Token> tokens, Token equals) {
        if (tokens.isEmpty()) {
            throw source.error(equals, "expected a name before \"=\", such as y = …");
        }
        boolean declares = tokens.size() > 2
                && tokens.get(1).is(Kind.OPEN)
                && tokens.getLast().is(Kind.CLOSE);
        if (!tokens.getFirst().is(Kind.NAME) || tokens.size() > 1 && !declares) {
            throw source.error(equals, "only a name such as y, or f(x1, x2), can stand before \"=\"");
        }
        return new Header(
                tokens.getFirst(),
                declares ? Optional.of(variables(source, tokens.subList(2, tokens.size()))) : Optional.empty());
    }

    /** @param tokens names with commas between them, and the closing parenthesis */
    private static List<Token> variables(Source source, List<Token> tokens) {
        List<Token> names = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i += 2) {
            names.add(expect(source, tokens.get(i), Kind.NAME, "the name of a variable"));
            if (i + 1 < tokens.size() - 1) {
                expect(source, tokens.get(i + 1), Kind.COMMA, "\",\" or \")\"");
            }
        }
        return names;
    }

    private static Token expect(Source source, Token token, Kind kind, String expected) {
        if (!token.is(kind)) {
            throw source.error(token, "expected " + expected + " before " + source.quoted(token));
        }
        return token;
    }
}
