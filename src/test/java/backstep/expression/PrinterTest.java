package backstep.expression;

import static backstep.expression.ExpressionParser.parse;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrinterTest {

    static LongStream seeds() {
        return LongStream.range(0, 500);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void parsingThePrintedTextGivesTheSameProgram(long seed) {
        Program program = RandomProgram.of(seed);
        assertEquals(program, parse(Printer.of(program)), () -> Printer.of(program));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void leavingOutAnyPairOfParenthesesChangesTheProgramOrMakesSignsTouch(long seed) {
        Program program = RandomProgram.of(seed);
        String text = Printer.of(program);
        Parentheses.grouping(text).forEach(pair -> {
            String without = pair.removedFrom(text);
            boolean needed = pair.guardsSign(text) || !Parentheses.parsesTo(program, without);
            assertEquals(true, needed, () -> text + " reads the same as " + without);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "y = ln(x1) + x1*x2 - sin(x2)",
                "y = (x1 + 1)*(x2 - 1)/2^x3^2",
                "y = -x^2",
                "y = (-x)^2",
                "y = -x*z",
                "y = -(x*z)",
                "y = 2^-x",
                "y = x*(-z)",
                "y = x - (-z)",
                "y = x - (-z*w)",
                "y = -(-x)",
                "y = a - (b - c)",
                "y = a - b - c",
                "y = a/(b*c)",
                "y = (a^b)^c",
                "y = max(a + b, -c)",
                "y = .5*1e-3 + 2. - pi*e",
                "f1 = x1*x2; f2 = sin(f1)",
                "f(x2, x1) = x1 - x2; g = 2*f",
                "f(x1, x2) = x1"
            })
    void whatIsInItsPlainestFormStaysAsItIs(String text) {
        assertEquals(text, Printer.of(parse(text)));
    }

    @ParameterizedTest(name = "{0} is printed as {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "((x1))+((2*x2))   | y = x1 + 2*x2",
                "log(x1)           | y = ln(x1)",
                "pow(x1,x2)        | y = x1^x2",
                "x₁·x₂−π           | y = x1*x2 - pi",
                "f(x1,x2) = x1+x2  | f = x1 + x2",
                "x*-z              | y = x*(-z)"
            })
    void otherSpellingsArePrintedInOne(String text, String printed) {
        assertEquals(printed, Printer.of(parse(text)));
    }

    @Test
    void aTreeShowsItselfAsItsText() {
        assertEquals("2*x + 1", parse("2*x+1").definitions().getFirst().body().toString());
    }
}
