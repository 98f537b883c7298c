package backstep.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import backstep.linalg.Matrix;
import backstep.network.Batch;
import backstep.network.InvalidNetwork;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SplitTest {

    /** In the data sets given, the input of an example is its row. */
    private static List<Integer> rows(Batch examples) {
        return Arrays.stream(examples.x().toArray()).mapToObj(row -> (int) row).toList();
    }

    private static List<Integer> testRows(Split split) {
        return split.test().map(SplitTest::rows).orElse(List.of());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.3, 0.5, 0.99})
    void everyExampleIsInExactlyOneOfTheTwo(double fraction) {
        Split split = Given.withClasses(20, 13, 4).split(fraction, 5);
        Set<Integer> all = new HashSet<>(rows(split.train()));
        all.addAll(testRows(split));
        assertEquals(37, split.train().size() + testRows(split).size());
        assertEquals(Set.copyOf(IntStream.range(0, 37).boxed().toList()), all);
    }

    @Test
    void targetsGoWithTheirInputs() {
        DataSet all = Given.withClasses(20, 13, 4);
        Batch test = all.split(0.4, 5).test().orElseThrow();
        for (int e = 0; e < test.size(); e++) {
            int row = (int) test.x().at(e, 0);
            assertEquals(all.examples().example(row + 1), test.example(e + 1));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "10, 0.3, 3",
        "10, 0.25, 3",
        "10, 0.24, 2",
        "10, 0.01, 1",
        "10, 0.99, 9",
        "2, 0.9, 1",
        "1, 0.5, 0",
        "3, 0, 0"
    })
    void theFractionIsRoundedAndAtLeastOneExampleTrains(int count, double fraction, int test) {
        Split split = Given.withNumbers(count).split(fraction, 1);
        assertEquals(test, testRows(split).size());
        assertEquals(test > 0, split.test().isPresent());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void eachClassGivesItsShare(long seed) {
        Matrix y = Given.withClasses(60, 30, 10)
                .split(0.3, seed)
                .test()
                .orElseThrow()
                .y();
        for (int k = 0; k < 3; k++) {
            double ofClass = Arrays.stream(y.columns(k, k + 1).toArray()).sum();
            assertEquals(new double[] {18, 9, 3}[k], ofClass);
        }
    }

    @Test
    void bothKeepTheOrderOfTheExamples() {
        Split split = Given.withClasses(20, 20).split(0.5, 3);
        assertEquals(rows(split.train()).stream().sorted().toList(), rows(split.train()));
        assertEquals(testRows(split).stream().sorted().toList(), testRows(split));
    }

    @Test
    void theSameSeedHoldsTheSameExamplesBackAndAnotherSeedOthers() {
        DataSet all = Given.withNumbers(100);
        assertEquals(all.split(0.3, 7), all.split(0.3, 7));
        Set<List<Integer>> splits = new HashSet<>();
        for (long seed = 1; seed <= 50; seed++) {
            splits.add(testRows(all.split(0.3, seed)));
        }
        assertEquals(50, splits.size());
    }

    @Test
    void everyExampleIsHeldBackByAboutItsShareOfSeeds() {
        DataSet all = Given.withNumbers(10);
        int[] held = new int[10];
        for (long seed = 1; seed <= 2000; seed++) {
            testRows(all.split(0.3, seed)).forEach(row -> held[row]++);
        }
        for (int times : held) {
            assertEquals(600, times, 4 * Math.sqrt(2000 * 0.3 * 0.7));
        }
    }

    @Test
    void splittingDrawsOtherNumbersThanThePointsOfTheSameSeed() {
        assertNotEquals(Draws.ofPoints(1).uniform(0, 1), Draws.ofSplit(1).nextDouble());
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1, 1.5, Double.NaN})
    void aFractionThatLeavesNothingIsRefused(double fraction) {
        InvalidNetwork error =
                assertThrows(InvalidNetwork.class, () -> Given.withNumbers(10).split(fraction, 1));
        assertEquals("/data/testFraction: must be from 0 to less than 1, was " + fraction, error.getMessage());
    }

    @Test
    void aSplitWithoutExamplesToTrainCannotBe() {
        Batch none = new Batch(Matrix.zeros(0, 1), Matrix.zeros(0, 1));
        assertTrue(assertThrows(InvalidNetwork.class, () -> Split.without(none))
                .getMessage()
                .startsWith("/data: "));
    }
}
