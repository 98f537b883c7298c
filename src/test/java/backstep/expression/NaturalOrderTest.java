package backstep.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NaturalOrderTest {

    private static final NaturalOrder ORDER = new NaturalOrder();

    @ParameterizedTest(name = "{0} comes before {1}")
    @CsvSource({
        "x2, x10",
        "x, x1",
        "a, B",
        "B, c",
        "x1, y1",
        "x9y, x10a",
        "x1y2, x1y10",
        "X, x",
        "x1, x01",
        "x01, x2",
        "x99999999999999999998, x99999999999999999999",
        "x1, x_1"
    })
    void peopleCountThisWay(String first, String second) {
        assertTrue(ORDER.compare(first, second) < 0);
        assertTrue(ORDER.compare(second, first) > 0);
    }

    @Test
    void onlyEqualNamesCompareAsEqual() {
        assertEquals(0, ORDER.compare("x1", "x1"));
        assertNotEquals(0, ORDER.compare("x1", "X1"));
        assertNotEquals(0, ORDER.compare("x1", "x01"));
    }

    @Test
    void sortingDoesNotDependOnTheOrderGiven() {
        List<String> sorted = List.of("a", "B", "b", "w1", "X2", "x2", "x02", "x10", "x10a", "x_1", "y");
        List<String> shuffled = new ArrayList<>(sorted);
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(shuffled, new Random(seed));
            shuffled.sort(ORDER);
            assertEquals(sorted, shuffled, "shuffled with seed " + seed);
        }
    }
}
