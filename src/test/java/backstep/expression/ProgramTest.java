package backstep.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import backstep.expression.Expression.Literal;
import backstep.expression.Expression.Reference;
import backstep.expression.Expression.Variable;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProgramTest {

    private static final Definition F_OF_X = new Definition("f", new Variable("x"));

    private static void assertRefused(String message, List<String> variables, Definition... definitions) {
        var error = assertThrows(IllegalArgumentException.class, () -> new Program(variables, List.of(definitions)));
        assertEquals(message, error.getMessage());
    }

    @Test
    void aProgramHasADefinition() {
        assertRefused("a program needs at least one definition", List.of("x"));
    }

    @Test
    void aNameStandsForOneThing() {
        String message = "the name %s stands for two things; it may stand for one";
        assertRefused(message.formatted("x"), List.of("x", "x"), F_OF_X);
        assertRefused(message.formatted("f"), List.of("x", "f"), F_OF_X);
        assertRefused(message.formatted("f"), List.of("x"), F_OF_X, F_OF_X);
    }

    @Test
    void whatADefinitionUsesIsThereBeforeIt() {
        assertRefused("f: x is not among the variables", List.of("y"), F_OF_X);
        assertRefused("g: f is not defined before it", List.of("x"), new Definition("g", new Reference("f")), F_OF_X);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1x", "x y", "_x", "θ", "sin", "log", "pow", "pi", "e"})
    void whatTheGrammarCannotReadAsAFreeNameIsNone(String name) {
        assertThrows(IllegalArgumentException.class, () -> new Variable(name));
        assertThrows(IllegalArgumentException.class, () -> new Reference(name));
        assertThrows(IllegalArgumentException.class, () -> new Definition(name, new Variable("x")));
    }

    @ParameterizedTest
    @CsvSource({"3, 2", "-1, -1", "Infinity, 1e999", "NaN, NaN", "1, 1d", "1, 0x1p0", "0, .", "1, ' 1'"})
    void aLiteralIsANumberAsTheGrammarWritesIt(double value, String text) {
        assertThrows(IllegalArgumentException.class, () -> new Literal(value, text));
    }

    @ParameterizedTest
    @CsvSource({"2, 2", "0.5, 0.5", "1e20, 1.0E20", "1e-7, 1.0E-7", "0, 0"})
    void aValueIsWrittenShortAndReadBackExactly(double value, String text) {
        assertEquals(new Literal(value, text), Literal.of(value));
        assertEquals(
                new Literal(value, text),
                ExpressionParser.parse(text).definitions().getFirst().body());
    }

    @Test
    void aFunctionTakesAsManyArgumentsAsItHas() {
        var error = assertThrows(
                IllegalArgumentException.class, () -> new Expression.Call(Function.MIN, List.of(new Variable("x"))));
        assertEquals("min takes 2 arguments, was given 1", error.getMessage());
    }
}
