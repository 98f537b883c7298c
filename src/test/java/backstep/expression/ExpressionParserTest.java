package backstep.expression;

import static backstep.expression.ExpressionParser.parse;
import static org.junit.jupiter.api.Assertions.assertEquals;

import backstep.expression.Expression.Binary;
import backstep.expression.Expression.Call;
import backstep.expression.Expression.Literal;
import backstep.expression.Expression.Named;
import backstep.expression.Expression.Reference;
import backstep.expression.Expression.Variable;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionParserTest {

    private static final Variable X1 = new Variable("x1");
    private static final Variable X2 = new Variable("x2");

    private static Expression body(String text) {
        return parse(text).definitions().getLast().body();
    }

    @Test
    void theLecturesExpressionBecomesItsTree() {
        Expression logarithm = new Call(Function.LN, List.of(X1));
        Expression product = new Binary(BinaryOperator.MULTIPLY, X1, X2);
        Expression sine = new Call(Function.SIN, List.of(X2));
        Expression sum = new Binary(BinaryOperator.ADD, logarithm, product);
        assertEquals(new Binary(BinaryOperator.SUBTRACT, sum, sine), body("ln(x1) + x1*x2 - sin(x2)"));
    }

    @ParameterizedTest(name = "{0} means {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "-x^2         | -(x^2)",
                "2^3^2        | 2^(3^2)",
                "2^-x         | 2^(-x)",
                "2^-x^2       | 2^(-(x^2))",
                "2^-x*y       | (2^(-x))*y",
                "-x*y         | (-x)*y",
                "-x + y       | (-x) + y",
                "--x          | -(-x)",
                "x*-y         | x*(-y)",
                "x - -y       | x - (-y)",
                "a - b - c    | (a - b) - c",
                "a - b + c    | (a - b) + c",
                "a/b/c        | (a/b)/c",
                "a/b*c        | (a/b)*c",
                "a + b*c      | a + (b*c)",
                "a*b + c      | (a*b) + c",
                "a*b^c        | a*(b^c)",
                "a^b*c        | (a^b)*c",
                "a - b*c^-d/g | a - ((b*(c^(-d)))/g)",
                "-a^-b^-c     | -(a^(-(b^(-c))))",
                "pow(a, b)    | a^b",
                "pow(a, b)^c  | (a^b)^c",
                "log(a)       | ln(a)",
            })
    void precedenceIsThatOfPaper(String text, String spelledOut) {
        assertEquals(body(spelledOut), body(text));
    }

    @ParameterizedTest
    @CsvSource({"2, 2", ".5, 0.5", "2., 2", "1e-3, 0.001", "2.5E+2, 250", "1e−3, 0.001", "007, 7", "0e-999, 0"})
    void numbersAreReadInEveryUsualForm(String text, double value) {
        assertEquals(new Literal(value, text.replace('−', '-')), body(text));
    }

    @Test
    void piAndEAreConstantsUnlessTheyBeginANumbersExponent() {
        assertEquals(new Named(Constant.PI), body("pi"));
        assertEquals(new Named(Constant.E), body("e"));
        assertEquals(new Literal(2000, "2e3"), body("2e3"));
    }

    @Test
    void whatIsPastedFromSlidesMeansWhatItShows() {
        assertEquals(body("ln(x1) + x1*x2*pi - 3/4"), body("ln(x₁)\u00a0+ x₁·x₂×π − 3÷4"));
    }

    @Test
    void everyFunctionIsCalledByItsSpelling() {
        for (Function function : Function.values()) {
            String arguments = function.arity() == 1 ? "(x1)" : "(x1, x2)";
            List<Expression> operands = function.arity() == 1 ? List.of(X1) : List.of(X1, X2);
            assertEquals(new Call(function, operands), body(function.spelling() + arguments));
        }
    }

    @Test
    void undeclaredVariablesStandInNaturalOrder() {
        assertEquals(
                List.of("w", "x1", "x2", "x10"), parse("x10*x2 + w - x1 + x2").variables());
    }

    @Test
    void aHeaderDeclaresTheVariablesInItsOrderUsedOrNot() {
        assertEquals(List.of("x2", "x1", "x3"), parse("f(x2, x1, x3) = x1*x2").variables());
    }

    @Test
    void everyDefinitionSharesTheDeclaredVariables() {
        Program program = parse("f(b, a) = a*b; g(b, a) = a - b; h = f*g");
        assertEquals(List.of("b", "a"), program.variables());
        assertEquals(
                List.of("f", "g", "h"),
                program.definitions().stream().map(Definition::name).toList());
    }

    @Test
    void aLaterDefinitionMayUseAnEarlierOne() {
        Expression twice = new Binary(BinaryOperator.MULTIPLY, new Literal(2, "2"), new Reference("f1"));
        assertEquals(twice, body("f1 = sin(x1); f2 = 2*f1"));
    }

    @ParameterizedTest(name = "{0} is named {1}")
    @CsvSource({"x + 1, y", "y + 1, f", "y*f, g", "y*f*g, h", "y*f*g*h, f1", "y*f*g*h*f1, f2", "3, y"})
    void anExpressionWithoutANameGetsOneThatIsFree(String text, String name) {
        assertEquals(name, parse(text).definitions().getFirst().name());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a = x; b = a", "a = x\nb = a", "a = x;\r\nb = a;\r\n", "\n\n a = x\n\n\nb = a", "a=x\u2028b=a"})
    void semicolonsAndLineBreaksSeparateDefinitions(String text) {
        assertEquals(parse("a = x; b = a"), parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"y = a\n + b", "y = a +\n b", "y =\n a + b", "y = (a\n\n + b\n)", "y = a\r\n + b"})
    void aFormulaGoesOnInTheNextLineWhereItCannotEnd(String text) {
        assertEquals(parse("y = a + b"), parse(text));
    }
}
