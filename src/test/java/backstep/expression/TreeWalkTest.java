package backstep.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TreeWalkTest {

    private static Expression body(String text) {
        return ExpressionParser.parse(text).definitions().getLast().body();
    }

    @Test
    void operandsComeBeforeTheirOperationAndLeftBeforeRight() {
        List<String> nodes = TreeWalk.operandsFirst(body("a*b + min(c, -2)")).stream()
                .map(Printer::of)
                .toList();
        assertEquals(List.of("a", "b", "a*b", "c", "2", "-2", "min(c, -2)", "a*b + min(c, -2)"), nodes);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a - b | b - a",
                "a - b | a + b",
                "a - (b - c) | a - b - c",
                "sin(a) | cos(a)",
                "min(a, b) | max(a, b)",
                "min(a, b) | min(b, a)",
                "-a | a",
                "-2 | 2",
                "1.0 | 1",
                "f = a; g = f | a = 2; g = f"
            })
    void treesThatAreWrittenDifferentlyAreNotEqual(String one, String other) {
        assertNotEquals(body(one), body(other));
    }

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void treesThatAreMadeAlikeAreEqualAndHashAlike(long seed) {
        assertEquals(RandomProgram.of(seed), RandomProgram.of(seed));
        assertEquals(RandomProgram.of(seed).hashCode(), RandomProgram.of(seed).hashCode());
        assertNotEquals(RandomProgram.of(seed), RandomProgram.of(seed + 1));
    }
}
