package backstep.expression;

import backstep.expression.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a program: formulas such as {@code ln(x1) + x1*x2 - sin(x2)}, with a name ({@code f1 = …}) where there are several,
 * and with their variables ({@code f(x2, x1) = …}) where their order matters.
 */
public final class ExpressionParser {

    private final Source source;
    private final Limits limits;
    private final Scope scope;
    private final List<Definition> definitions = new ArrayList<>();

    private ExpressionParser(Source source) {
        this.source = source;
        this.limits = new Limits(source);
        this.scope = new Scope(source, limits);
    }

    /**
     * {@return the program that {@code text} writes}
     *
     * @throws ExpressionException where it writes none, or one beyond the limits
     */
    public static Program parse(String text) {
        Source source = new Source(text);
        Limits.checkLength(source);
        return new ExpressionParser(source).program();
    }

    private Program program() {
        List<List<Token>> statements = Statements.of(source, limits);
        for (List<Token> statement : statements) {
            int equals = indexOfEquals(statement);
            if (equals >= 0) {
                named(
                        statement.subList(0, equals),
                        statement.get(equals),
                        statement.subList(equals + 1, statement.size()));
            } else if (statements.size() == 1) {
                unnamed(statement);
            } else {
                throw source.error(statement.getFirst(), "several outputs need names: write f1 = …; f2 = …");
            }
        }
        return new Program(scope.variables(), definitions);
    }

    private static int indexOfEquals(List<Token> statement) {
        for (int i = 0; i < statement.size(); i++) {
            if (statement.get(i).is(Kind.EQUALS)) {
                return i;
            }
        }
        return -1;
    }

    private void named(List<Token> header, Token equals, List<Token> formula) {
        Header left = Header.of(source, header, equals);
        scope.begin(left.name());
        left.variables().ifPresent(variables -> scope.declare(left.name(), variables));
        definitions.add(new Definition(left.name().text(), formula(formula)));
        scope.end();
    }

    private void unnamed(List<Token> formula) {
        Expression body = formula(formula);
        definitions.add(new Definition(scope.freeName(), body));
    }

    private Expression formula(List<Token> tokens) {
        return new FormulaParser(source, scope, limits, tokens).parse();
    }
}
