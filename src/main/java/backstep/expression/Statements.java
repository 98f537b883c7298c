package backstep.expression;

import backstep.expression.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text into statements at semicolons and line breaks. A line break between an operator and its operand is none, so
 * that a long formula may go on in the next line.
 */
final class Statements {

    private final Source source;
    private final List<Token> tokens;
    private final List<List<Token>> statements = new ArrayList<>();
    private List<Token> current = new ArrayList<>();

    private Statements(Source source, Limits limits) {
        this.source = source;
        this.tokens = Tokenizer.tokens(source, limits);
    }

    /** {@return the tokens of each statement, with the token that ends it; blank lines are none} */
    static List<List<Token>> of(Source source, Limits limits) {
        Statements cutter = new Statements(source, limits);
        for (int i = 0; i < cutter.tokens.size(); i++) {
            cutter.take(i);
        }
        return cutter.statements;
    }

    private void take(int index) {
        Token token = tokens.get(index);
        if (current.isEmpty() && token.endsStatement()) {
            requireStatementBefore(token);
        } else if (!token.is(Kind.LINE_END) || !goesOn(tokens.get(index - 1), index + 1)) {
            add(token);
        }
    }

    private void add(Token token) {
        current.add(token);
        if (token.endsStatement()) {
            statements.add(current);
            current = new ArrayList<>();
        }
    }

    private boolean goesOn(Token before, int next) {
        boolean operandMissing = before.isOperator() || before.is(Kind.EQUALS);
        return tokens.get(next).isOperator() || operandMissing && !startsStatement(next);
    }

    private boolean startsStatement(int index) {
        return tokens.get(index).endsStatement()
                || tokens.get(index).is(Kind.NAME) && tokens.get(index + 1).is(Kind.EQUALS);
    }

    private void requireStatementBefore(Token end) {
        if (end.is(Kind.SEMICOLON)) {
            throw source.error(end, "empty statement: expected a formula before \";\"");
        }
        if (end.is(Kind.END) && statements.isEmpty()) {
            throw source.error(0, 0, "empty: expected a formula such as ln(x1) + x1*x2 - sin(x2)");
        }
    }
}
