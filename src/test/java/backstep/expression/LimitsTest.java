package backstep.expression;

import static backstep.expression.ExpressionParser.parse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {

    private static String message(String text) {
        return assertThrows(ExpressionException.class, () -> parse(text)).getMessage();
    }

    private static void assertRefused(String sentence, String text) {
        String message = message(text);
        assertTrue(message.contains(": " + sentence + ", position "), message);
    }

    private static String variables(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> "x" + i).collect(Collectors.joining(", "));
    }

    @Test
    void tenThousandCharactersAreReadAndNoMore() {
        parse("x" + " ".repeat(9_999));
        assertRefused("more than 10,000 characters, 10,001; leave some out", "x" + " ".repeat(10_000));
    }

    @Test
    void aTextThatIsTooLongIsRefusedUnread() {
        assertRefused("more than 10,000 characters, 1,000,000; leave some out", "$".repeat(1_000_000));
    }

    @Test
    void fiveThousandOperationsAreReadAndNoMore() {
        parse("x+".repeat(4_999) + "x");
        parse("-x+".repeat(2_500) + "x");
        parse("y = " + "x+".repeat(2_500) + "x; z = " + "y*".repeat(2_400) + "x");
        assertRefused("more than 5,000 operations; leave some out", "-x+".repeat(2_501) + "x");
        assertRefused("more than 5,000 operations; leave some out", "a=" + "-x+".repeat(2_500) + "x;b=-x");
    }

    @Test
    void tooManyOperationsAreRefusedBeforeTheyAreUnderstood() {
        assertTrue(message("-x+".repeat(2_500) + "x-x)))").endsWith("leave some out, position 7502"));
        assertTrue(message("x**".repeat(3_000)).endsWith("leave some out, position 7502"));
    }

    @ParameterizedTest(name = "{0}…{2}")
    @CsvSource({
        "(, x, )",
        "-(, x, )",
        "sin(, x, )",
        "-, x, ''",
        "x^, x, ''",
        "x^-, x, ''",
        "'max(x, ', x, )",
        "1+2*(, x, )"
    })
    void aThousandLevelsAreReadAndNoMore(String begin, String middle, String end) {
        int levels = 1_000 / levelsIn(begin);
        parse(begin.repeat(levels) + middle + end.repeat(levels));
        assertRefused(
                "more than 1,000 levels of nesting; give an inner part a name: f1 = …; f2 = … f1 …",
                begin.repeat(levels + 1) + middle + end.repeat(levels + 1));
    }

    private static int levelsIn(String begin) {
        return (int) begin.chars().filter(c -> "(-^".indexOf(c) >= 0).count();
    }

    @Test
    void levelsThatAreClosedCountNoMore() {
        parse("(x)+".repeat(1_500) + "-x^2*".repeat(700) + "x");
    }

    @Test
    void sixtyFourVariablesAreReadAndNoMore() {
        String bound = "more than 64 variables; put numbers in the place of some";
        assertEquals(64, parse(variables(64).replace(',', '+')).variables().size());
        assertEquals(64, parse("f(" + variables(64) + ") = 1").variables().size());
        assertRefused(bound, variables(65).replace(',', '+'));
        assertRefused(bound, "f(" + variables(65) + ") = 1");
    }
}
