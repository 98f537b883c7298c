package backstep.expression;

import static backstep.expression.ExpressionParser.parse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;

class LatexTest {

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "latex.txt", delimiter = '|')
    void formulasLookAsOnPaper(String text, String latex) {
        assertEquals(latex, Latex.of(parse(text).definitions().getFirst().body()));
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "latex-names.txt", delimiter = '|')
    void namesLookAsOnPaper(String name, String latex) {
        assertEquals(latex, Latex.name(name));
    }

    @Test
    void aSingleDefinitionStandsAsAnEquation() {
        assertEquals("y = x_{1} + 1", Latex.of(parse("x1 + 1")));
        assertEquals("f_{1} = x_{1}", Latex.of(parse("f1 = x1").definitions().getFirst()));
    }

    @Test
    void severalDefinitionsStandBelowEachOther() {
        assertEquals(
                "\\begin{aligned} f_{1} &= x \\\\ f_{2} &= \\sin f_{1} \\end{aligned}",
                Latex.of(parse("f1 = x; f2 = sin(f1)")));
    }

    @Test
    void aFactorAfterADefinitionsNameDoesNotLookLikeAnArgument() {
        assertEquals(
                "f \\cdot \\left(x + 1\\right)",
                Latex.of(parse("f = x; g = f*(x + 1)").definitions().getLast().body()));
    }

    @Test
    void declaredVariablesAreShownWhereTheirOrderIsNotTheNaturalOne() {
        assertEquals("f\\left(x_{2}, x_{1}\\right) = x_{1} x_{2}", Latex.of(parse("f(x2, x1) = x1*x2")));
        assertEquals("f = x_{1} x_{2}", Latex.of(parse("f(x1, x2) = x1*x2")));
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void bracesAndFencesAreBalanced(long seed) {
        String latex = Latex.of(RandomProgram.of(seed));
        assertEquals(count("\\{", latex), count("\\}", latex));
        assertEquals(count("\\\\left[(\\\\]", latex), count("\\\\right[)\\\\]", latex));
        assertTrue(latex.startsWith("f") || latex.startsWith("\\begin{aligned}"), latex);
    }

    private static int count(String pattern, String text) {
        return text.split(pattern, -1).length - 1;
    }
}
