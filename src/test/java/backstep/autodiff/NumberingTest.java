package backstep.autodiff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import backstep.expression.ExpressionParser;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NumberingTest {

    @Test
    void operationsAreNumberedByDepthAndThenFromLeftToRight() {
        assertEquals(
                List.of("SIN(v0)", "EXP(v0)", "COS(v0)", "MULTIPLY(v1, v2)", "ADD(v4, v3)"),
                entries("sin(x)*exp(x) + cos(x)"));
    }

    @Test
    void numbersAreNotNumberedAndStandInTheirOperation() {
        assertEquals(List.of("MULTIPLY(2, v0)"), entries("2*x"));
    }

    @Test
    void aMinusSignBeforeANumberBelongsToTheNumber() {
        assertEquals(List.of("MULTIPLY(-2, v0)", "EXP(v1)"), entries("exp(-2*x)"));
    }

    @Test
    void aMinusSignBeforeAPowerIsAnOperation() {
        assertEquals(List.of("POWER(v0, 2)", "NEGATE(v1)"), entries("-x^2"));
    }

    @Test
    void whatIsWrittenTwiceIsComputedTwice() {
        assertEquals(List.of("SIN(v0)", "SIN(v0)", "ADD(v1, v2)"), entries("sin(x) + sin(x)"));
    }

    @Test
    void aDefinitionUsedByNameIsComputedOnce() {
        assertEquals(List.of("SIN(v0)", "ADD(v1, v1)"), entries("s = sin(x); y = s + s"));
    }

    @Test
    void operationsOnNumbersAloneAreEntriesToo() {
        assertEquals(List.of("MULTIPLY(2, 3)", "ADD(v0, v1)"), entries("x + 2*3"));
    }

    @Test
    void undeclaredInputsComeInNaturalOrder() {
        assertEquals(List.of("x2", "x10"), Given.list("x10 + x2").inputs());
        assertEquals(List.of("x10", "x2"), Given.list("f(x10, x2) = x10 + x2").inputs());
    }

    @Test
    void anOutputMayBeAnInputOrANumber() {
        assertEquals(
                new Operand.Variable(0), Given.list("x").outputs().getFirst().operand());
        assertEquals(
                new Operand.Constant(5, "5"),
                Given.list("5").outputs().getFirst().operand());
    }

    @Test
    void aSumOfFiveThousandTermsIsNumberedWithoutRecursion() throws InterruptedException {
        String sum = String.join("+", java.util.Collections.nCopies(5_000, "x"));
        int[] count = new int[1];
        Thread small = new Thread(null, () -> count[0] = Given.list(sum).operationCount(), "small stack", 256 * 1024);
        small.start();
        small.join();
        assertEquals(4_999, count[0]);
    }

    private static List<String> entries(String expression) {
        WengertList list = WengertList.of(ExpressionParser.parse(expression));
        return IntStream.rangeClosed(1, list.operationCount())
                .mapToObj(i -> list.operation(i) + "("
                        + String.join(
                                ", ",
                                list.operands(i).stream()
                                        .map(NumberingTest::text)
                                        .toList()) + ")")
                .toList();
    }

    private static String text(Operand operand) {
        return switch (operand) {
            case Operand.Variable(int i) -> "v" + i;
            case Operand.Constant(var _, String latex) -> latex;
        };
    }
}
