package backstep.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Requests at the limits are answered, and beyond them refused with the limit. */
class HostileRequestsTest extends ApiTest {

    private static Answer trace(String expression, String at, String more) {
        return ask("/api/autodiff/trace", "{'expression': '" + expression + "', 'at': {" + at + "}" + more + "}");
    }

    private static String detail(String expression) {
        Answer answer = trace(expression, "'x': 1", "");
        assertEquals(400, answer.status());
        assertEquals("/expression", answer.at("/pointer"));
        return answer.at("/detail");
    }

    /** {@return f1 = x1*x2; f2 = x3*x4; …} */
    private static String productsOfPairs(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> "f" + i + " = x" + (2 * i - 1) + "*x" + 2 * i)
                .collect(Collectors.joining("; "));
    }

    private static String valuesOfVariables(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> "'x" + i + "': 1").collect(Collectors.joining(","));
    }

    @Test
    void tenThousandCharactersAreReadAndOneMoreIsNot() {
        assertEquals(200, trace("x" + " ".repeat(9_999), "'x': 1", "").status());
        assertTrue(detail("x" + " ".repeat(10_000)).contains("10,000"), detail("x" + " ".repeat(10_000)));
    }

    @Test
    void sixtyFourVariablesAreTakenAndOneMoreIsNot() {
        String pairs = productsOfPairs(32);
        assertEquals(200, trace(pairs, valuesOfVariables(64), "").status());
        assertTrue(detail(pairs + "; g = x65").contains("64"), detail(pairs + "; g = x65"));
    }

    @Test
    void fiveThousandOperationsAreTakenAndMoreAreNot() {
        assertEquals(200, trace("x" + "+-x".repeat(2_500), "'x': 1", "").status());
        assertTrue(detail("x" + "+-x".repeat(2_501)).contains("5,000"), detail("x" + "+-x".repeat(2_501)));
    }

    @Test
    void nestingIsFollowedAThousandDeepAndNoFurther() {
        assertEquals(
                200,
                trace("(".repeat(1_000) + "x" + ")".repeat(1_000), "'x': 1", "").status());
        assertTrue(detail("(".repeat(1_001) + "x" + ")".repeat(1_001)).contains("1,000"));
        assertTrue(detail("(".repeat(9_000)).contains("1,000"));
    }

    @Test
    void jsonThatIsNestedForEverIsRefused() {
        Answer answer = ask("/api/autodiff/trace", "[".repeat(500_000));
        assertEquals(400, answer.status());
    }

    @Test
    void hugeTangentsAreWrittenOnlyWhereTheyAreNamed() {
        String many = productsOfPairs(32) + "; g = " + "sin(".repeat(250) + "f1" + ")".repeat(250);
        Answer all = trace(many, valuesOfVariables(64), "");
        assertEquals(400, all.status());
        assertEquals("/tangents", all.at("/pointer"));
        assertEquals(200, trace(many, valuesOfVariables(64), ",'tangents': []").status());
        assertEquals(
                200, trace(many, valuesOfVariables(64), ",'tangents': ['x1']").status());
    }

    @Test
    void aPageFarBehindTheEndIsEmpty() {
        Answer answer =
                ask("/api/autodiff/steps", "{'expression': 'x', 'at': {'x': 1}, 'from': 2147483647, 'count': 1000}");
        assertEquals(200, answer.status());
        assertEquals(0, answer.json().get("steps").size());
    }
}
