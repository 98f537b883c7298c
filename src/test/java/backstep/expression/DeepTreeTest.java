package backstep.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import backstep.expression.Expression.Binary;
import backstep.expression.Expression.Variable;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The deepest trees that the limits allow, on a thread with a small stack. */
class DeepTreeTest {

    private static final long STACK_BYTES = 512 * 1024;

    @ParameterizedTest(name = "{1} times {0}…")
    @CsvSource({
        "x+, 4999, x, ''",
        "x*, 4999, x, ''",
        "x-, 4999, x, ''",
        "x/, 4999, x, ''",
        "-, 1000, x, ''",
        "x^, 1000, x, ''",
        "sin(, 1000, x, )",
        "'max(x,', 1000, x, )",
        "x-(, 1000, x+x, )",
        "x+x*(, 1000, x+x, )",
        "-(x+sin(, 333, x, ))"
    })
    void everyWalkManagesWithASmallStack(String begin, int times, String middle, String end) throws Exception {
        String text = begin.repeat(times) + middle + end.repeat(times);
        String other = begin.repeat(times) + "z" + end.repeat(times);
        onSmallStack(() -> {
            Expression tree = body(text);
            assertEquals(tree, body(text));
            assertEquals(tree.hashCode(), body(text).hashCode());
            assertNotEquals(tree, body(other));
            assertEquals(withoutGrouping(text), withoutGrouping(tree.toString()));
            assertEquals(count('x', text), count('x', Latex.of(tree)));
        });
    }

    @Test
    void treesMadeByHandMayBeDeeperStill() throws Exception {
        onSmallStack(() -> {
            Expression tree = sumOf(100_000, "x");
            assertEquals(tree, sumOf(100_000, "x"));
            assertEquals(tree.hashCode(), sumOf(100_000, "x").hashCode());
            assertNotEquals(tree, sumOf(100_000, "z"));
            assertEquals(100_000, count('+', tree.toString()));
            assertEquals(100_000, count('+', Latex.of(tree)));
            assertEquals(List.of("x"), new Program(List.of("x"), List.of(new Definition("y", tree))).variables());
        });
    }

    private static Expression sumOf(int additions, String first) {
        Expression sum = new Variable(first);
        for (int i = 0; i < additions; i++) {
            sum = new Binary(BinaryOperator.ADD, sum, new Variable("x"));
        }
        return sum;
    }

    private static Expression body(String text) {
        return ExpressionParser.parse(text).definitions().getFirst().body();
    }

    private static String withoutGrouping(String text) {
        return text.replaceAll("[() ]", "");
    }

    private static long count(char letter, String text) {
        return text.chars().filter(character -> character == letter).count();
    }

    private static void onSmallStack(Runnable work) throws Exception {
        FutureTask<Void> task = new FutureTask<>(work, null);
        Thread thread = new Thread(null, task, "small stack", STACK_BYTES);
        thread.start();
        task.get();
    }
}
