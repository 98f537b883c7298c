package backstep.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import backstep.network.Batch;
import backstep.network.InvalidNetwork;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RecipeTest {

    static Stream<String> blocksOfFirstPoints() {
        return Blocks.of("first-points.txt");
    }

    @ParameterizedTest
    @MethodSource("blocksOfFirstPoints")
    void aSeedGivesThesePointsEverywhere(String block) {
        Generator generator = Generator.of(block.lines().findFirst().orElseThrow());
        Batch examples = Given.examples(generator, 100, 0.1, 7);
        String points = IntStream.range(0, 4)
                .mapToObj(i -> numbers(examples.x().row(i)) + " → "
                        + numbers(examples.y().row(i)))
                .collect(Collectors.joining("\n"));
        assertEquals(block.strip(), generator.spelling() + "\n" + points);
    }

    private static String numbers(double[] row) {
        return Arrays.stream(row)
                .mapToObj(number -> String.format(Locale.ROOT, "%.4f", number))
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @EnumSource
    void theUsualDataSetIsWhatItsGeneratorPromises(Generator generator) {
        DataSet data = Recipe.usual(generator).dataSet();
        assertEquals(generator.spelling(), data.name());
        assertEquals(generator.kind(), data.kind());
        assertEquals(generator.inputs(), data.examples().x().columns());
        assertEquals(generator.count().usual(), data.examples().size());
        assertTrue(Arrays.stream(data.examples().x().toArray()).allMatch(x -> Math.abs(x) < 2.6));
    }

    @ParameterizedTest
    @EnumSource
    void theSameRecipeMakesTheSameDataSetAndAnotherSeedAnother(Generator generator) {
        assertEquals(Given.dataSet(generator, 40, 0.1, 7), Given.dataSet(generator, 40, 0.1, 7));
        assertNotEquals(Given.examples(generator, 40, 0.1, 7), Given.examples(generator, 40, 0.1, 8));
    }

    @ParameterizedTest
    @EnumSource
    void theFewestAndTheLoudestCanBeMade(Generator generator) {
        int fewest = (int) generator.count().least();
        double loudest = generator.noise().most();
        assertEquals(fewest, Given.examples(generator, fewest, loudest, 1).size());
    }

    @ParameterizedTest
    @EnumSource
    void aGeneratorIsFoundByItsSpelling(Generator generator) {
        assertEquals(generator, Generator.of(generator.spelling()));
    }

    private static void assertRefused(String message, Executable making) {
        assertEquals(message, assertThrows(InvalidNetwork.class, making).getMessage());
    }

    private static Recipe usual(String spelling) {
        return Recipe.usual(Generator.of(spelling));
    }

    @Test
    void anUnknownGeneratorIsToldWhichThereAre() {
        assertRefused(
                "/data/dataset: must be one of xor, circle, gauss, spiral, moons, sine, step, absolute, expression, plane,"
                        + " saddle, digits, street, was \"Xor\"",
                () -> Generator.of("Xor"));
    }

    @Test
    void countAndNoiseStayInTheirRange() {
        assertRefused(
                "/data/count: must be 2 to 100,000, was 1", () -> usual("xor").with(new Sampling(1, 0, 1)));
        assertRefused(
                "/data/count: must be 2 to 100,000, was 1,000,000",
                () -> usual("xor").with(new Sampling(1_000_000, 0, 1)));
        assertRefused(
                "/data/count: must be 1 to 1,797, was 1,798",
                () -> usual("digits").with(new Sampling(1798, 0, 1)));
        assertRefused(
                "/data/noise: must be 0 to 1, was -0.5", () -> usual("moons").with(new Sampling(10, -0.5, 1)));
        assertRefused(
                "/data/noise: must be 0 to 1, was NaN", () -> usual("sine").with(new Sampling(10, Double.NaN, 1)));
    }

    @Test
    void aSettingThatIsOfNoUseIsRefused() {
        assertRefused(
                "/data/function: is of no use to the data set xor; leave it out",
                () -> usual("xor").with("sin(x)"));
        assertRefused(
                "/data/from: is of no use to the data set plane; leave it out",
                () -> usual("plane").with(new Interval(0, 1)));
        assertRefused(
                "/data/size: is of no use to the data set street; leave it out",
                () -> usual("street").withSize(32));
    }

    @Test
    void aTypedFunctionIsNeededAndReadAtOnce() {
        Sampling sampling = new Sampling(10, 0, 1);
        assertRefused(
                "/data/function: is missing; write a function of x, such as sin(pi*x)",
                () -> new Recipe(
                        Generator.EXPRESSION, sampling, Optional.empty(), Optional.empty(), OptionalInt.empty()));
        assertRefused(
                "/data/function: must have no variable but x, has t; write x, or a number, for it",
                () -> usual("expression").with("t"));
    }

    @Test
    void anIntervalGoesFromLeftToRight() {
        assertRefused("/data/to: must be greater than from, 1; was 1", () -> new Interval(1, 1));
        assertRefused("/data/to: must be greater than from, 2; was 1.5", () -> new Interval(2, 1.5));
        assertRefused("/data/from: must be -1,000,000 to 1,000,000, was NaN", () -> new Interval(Double.NaN, 1));
        assertRefused("/data/to: must be -1,000,000 to 1,000,000, was Infinity", () -> new Interval(0, 1 / 0.0));
    }

    @Test
    void digitsAreScaledUpToThirtyTwoPixels() {
        assertRefused(
                "/data/size: must be 8 to 32, was 33", () -> usual("digits").withSize(33));
        assertRefused(
                "/data/size: must be 8 to 32, was 7", () -> usual("digits").withSize(7));
    }

    @Test
    void titlesAreNamesOfTheirOwn() {
        List<String> titles = Arrays.stream(Generator.values())
                .map(Generator::title)
                .distinct()
                .toList();
        assertEquals(Generator.values().length, titles.size());
    }
}
