package backstep.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import backstep.network.Batch;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PicturesTest {

    private static final String LIGHTNESS = " .:-=+*#%@";

    /** Each line stands behind a bar, since a blank line would end a block. */
    private static String picture(double[] grey) {
        return IntStream.range(0, 16)
                .mapToObj(row -> "|" + line(grey, row).stripTrailing())
                .collect(Collectors.joining("\n"));
    }

    private static String line(double[] grey, int row) {
        return IntStream.range(0, 16)
                .mapToObj(column -> LIGHTNESS.charAt((int) Math.round(grey[row * 16 + column] * 9)))
                .map(String::valueOf)
                .collect(Collectors.joining());
    }

    @Test
    void theFirstDigitIsTheZeroOfTheFile() {
        DataSet digits = Recipe.usual(Generator.DIGITS).dataSet();
        assertEquals(1797, digits.examples().size());
        assertEquals(Optional.of(new Image(1, 8, 8)), digits.image());
        double[] firstRow = Arrays.copyOf(digits.examples().x().row(0), 8);
        assertArrayEquals(new double[] {0, 0, 0.3125, 0.8125, 0.5625, 0.0625, 0, 0}, firstRow);
        assertArrayEquals(
                new double[] {1, 0, 0, 0, 0, 0, 0, 0, 0, 0},
                digits.examples().y().row(0));
    }

    /** The counts that scikit-learn's documentation gives for the same file. */
    @Test
    void digitsAreAsManyOfEachAsPublished() {
        Batch digits = Recipe.usual(Generator.DIGITS).dataSet().examples();
        int[] published = {178, 182, 177, 183, 181, 182, 181, 179, 174, 180};
        for (int k = 0; k < 10; k++) {
            assertEquals(
                    published[k],
                    Arrays.stream(digits.y().columns(k, k + 1).toArray()).sum());
        }
    }

    @Test
    void digitsShipWithTheNoticeThatTheirLicenceAsksFor() {
        String notice = Blocks.of("NOTICE.md").collect(Collectors.joining());
        assertTrue(notice.contains("Alpaydin") && notice.contains("10.24432/C50P49") && notice.contains("CC BY 4.0"));
    }

    @Test
    void greyValuesOfDigitsReachFromZeroToOne() {
        double[] grey = Recipe.usual(Generator.DIGITS).dataSet().examples().x().toArray();
        assertEquals(0, Arrays.stream(grey).min().orElseThrow());
        assertEquals(1, Arrays.stream(grey).max().orElseThrow());
    }

    @Test
    void digitsCanBeScaledToThirtyTwoPixels() {
        DataSet scaled = Recipe.usual(Generator.DIGITS)
                .with(new Sampling(10, 0, 1))
                .withSize(32)
                .dataSet();
        assertEquals(Optional.of(new Image(1, 32, 32)), scaled.image());
        double[] digit = Given.examples(Generator.DIGITS, 10, 0, 1).x().row(4);
        assertArrayEquals(reference(digit, 8, 32), scaled.examples().x().row(4), 1e-12);
    }

    /** Σ_p Σ_q a[p][q] Λ(u − p) Λ(v − q) with the hat function Λ(t) = max(0, 1 − |t|). */
    private static double[] reference(double[] a, int n, int m) {
        double[] scaled = new double[m * m];
        for (int k = 0; k < m * m; k++) {
            double u = Math.min(Math.max((k / m + 0.5) * n / m - 0.5, 0), n - 1);
            double v = Math.min(Math.max((k % m + 0.5) * n / m - 0.5, 0), n - 1);
            for (int pq = 0; pq < n * n; pq++) {
                double hat = Math.max(0, 1 - Math.abs(u - pq / n)) * Math.max(0, 1 - Math.abs(v - pq % n));
                scaled[k] += hat * a[pq];
            }
        }
        return scaled;
    }

    @ParameterizedTest
    @CsvSource({"8, 32", "8, 11", "3, 3", "5, 2", "1, 4"})
    void scalingIsTheSumOfHatFunctions(int from, int to) {
        double[] image = new Random(7).doubles((long) from * from).toArray();
        assertArrayEquals(reference(image, from, to), Bilinear.scaled(image, from, to), 1e-12);
    }

    @Test
    void scalingIsWhatPyTorchDoes() {
        double[] twice = Bilinear.scaled(new double[] {1, 2, 3, 4}, 2, 4);
        assertArrayEquals(
                new double[] {1, 1.25, 1.75, 2, 1.5, 1.75, 2.25, 2.5, 2.5, 2.75, 3.25, 3.5, 3, 3.25, 3.75, 4}, twice);
    }

    @Test
    void theFourOfTheStreetTakeTurns() {
        DataSet street = Recipe.usual(Generator.STREET).dataSet();
        assertEquals(List.of("pedestrian", "car", "motorcycle", "truck"), street.outputs());
        assertEquals(Optional.of(new Image(1, 16, 16)), street.image());
        for (int i = 0; i < 400; i++) {
            assertEquals(i % 4, street.classOf(i));
        }
    }

    @Test
    void theFourOfTheStreetLookAsTheyDo() {
        Batch street = Given.examples(Generator.STREET, 4, 0, 1);
        List<String> pictures = Blocks.of("street.txt").toList();
        for (int i = 0; i < 4; i++) {
            assertEquals(pictures.get(i).strip(), picture(street.x().row(i)));
        }
    }

    @Test
    void pedestriansAreTallAndCarsAreWide() {
        Batch street = Given.examples(Generator.STREET, 400, 0, 3);
        for (int i = 0; i < 400; i += 4) {
            assertTrue(height(street.x().row(i)) > width(street.x().row(i)));
            assertTrue(height(street.x().row(i + 1)) < width(street.x().row(i + 1)));
            assertTrue(height(street.x().row(i + 3)) > height(street.x().row(i + 1)));
        }
    }

    private static int height(double[] grey) {
        return (int) IntStream.range(0, 256)
                .filter(p -> grey[p] > 0.2)
                .map(p -> p / 16)
                .distinct()
                .count();
    }

    private static int width(double[] grey) {
        return (int) IntStream.range(0, 256)
                .filter(p -> grey[p] > 0.2)
                .map(p -> p % 16)
                .distinct()
                .count();
    }

    @Test
    void noTwoOnTheStreetAreAlike() {
        Batch street = Given.examples(Generator.STREET, 400, 0, 3);
        assertEquals(
                400,
                Arrays.stream(street.x().toRows())
                        .map(Arrays::hashCode)
                        .distinct()
                        .count());
    }

    @Test
    void noiseOfPicturesKeepsGreyValuesBetweenZeroAndOne() {
        for (Generator generator : List.of(Generator.DIGITS, Generator.STREET)) {
            double[] noisy = Given.examples(generator, 40, 0.5, 1).x().toArray();
            assertTrue(Arrays.stream(noisy).allMatch(grey -> grey >= 0 && grey <= 1));
            assertNotEquals(Given.examples(generator, 40, 0, 1), Given.examples(generator, 40, 0.5, 1));
        }
    }
}
