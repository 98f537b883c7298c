package backstep.linalg;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every matrix engine does with images, normalisations and residual blocks. An engine extends this with a way to make one. */
abstract class LayerContract extends EngineContract {

    private static double inner(Matrix a, Matrix b) {
        double sum = 0;
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < a.columns(); j++) {
                sum += a.at(i, j) * b.at(i, j);
            }
        }
        return sum;
    }

    @Test
    void aPoolingTakesTheLargestOfEachWindowAndHandsDeltaBackToIt() {
        Window w = new Window(1, 3, 5, 2, 2, 0);
        Buffer z = ofLayer(Matrix.zeros(1, 2));
        Buffer where = engine().allocate(1, 2);
        Buffer e = written(random(1, 16));
        Matrix a = Matrix.of(1, 16, 1, 1, 9, 3, 4, 90, 9, 7, 8, 8, 90, 90, 90, 90, 90, 90);
        engine().maxPool(w, written(a), z, where);
        assertEquals(Matrix.of(1, 2, 9, 8), engine().read(z));
        assertEquals(Matrix.of(1, 2, 2, 8), engine().read(where));
        engine().unpool(w, where, ofLayer(Matrix.of(1, 2, 0.5, -3)), e);
        assertEquals(Matrix.zeros(1, 16).with(0, 2, 0.5).with(0, 8, -3), engine().read(e));
    }

    /** Float has no more than 24 bits for a place, which is enough; half of them would not be. */
    @Test
    void wherePoolingFoundANumberIsExactInALargeImageToo() {
        Window w = new Window(1, 90, 91, 90, 1, 0);
        Matrix a = Matrix.zeros(1, 90 * 91 + 1).with(0, 90 * 91 - 1, 3);
        Buffer z = engine().allocate(1, 2);
        Buffer where = engine().allocate(1, 2);
        Buffer e = written(a);
        engine().maxPool(w, written(a), z, where);
        assertEquals(Matrix.of(1, 2, 8189, 8189), engine().read(where));
        engine().unpool(w, where, written(Matrix.of(1, 2, 2, 5)), e);
        assertEquals(Matrix.zeros(1, 90 * 91 + 1).with(0, 8189, 7), engine().read(e));
    }

    /** ⟨z, δ⟩ = ⟨a, e⟩, since z is made of numbers of a: also where windows overlap, or leave pixels out. */
    @ParameterizedTest
    @CsvSource({"1,7,5,3,1", "2,5,6,3,2", "1,8,7,2,3", "3,4,4,2,2", "1,3,9,3,1", "2,6,5,4,1"})
    void unpoolingIsTheTransposeOfPooling(int channels, int height, int width, int kernel, int stride) {
        Window w = new Window(channels, height, width, kernel, stride, 0);
        Matrix a = whole(3, w.pixels() + 1);
        Matrix delta = whole(3, channels * w.places());
        Buffer z = ofLayer(delta);
        Buffer where = written(delta);
        Buffer e = written(a);
        engine().maxPool(w, written(a), z, where);
        engine().unpool(w, where, ofLayer(delta), e);
        assertEquals(inner(engine().read(z), delta), inner(a, engine().read(e)));
    }

    @Test
    void whatIsNotANumberIsTheLargest() {
        Buffer z = engine().allocate(1, 1);
        Matrix a = Matrix.of(1, 5, 1, 1, Double.NaN, 3, 4);
        engine().maxPool(new Window(1, 2, 2, 2, 2, 0), written(a), z, engine().allocate(1, 1));
        assertEquals(Double.NaN, engine().read(z).at(0, 0));
    }

    /** The first of equal numbers in a row of two by two, wherever they stand and whatever they are. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 0, 1",
        "1, 2, 2, 1, 2",
        "1, 0, 1, 0, 1",
        "0, 1, 1, 1, 2",
        "-3, -4, -2, -2, 3",
        "Infinity, Infinity, Infinity, Infinity, 1",
        "1, Infinity, Infinity, 2, 2",
        "-Infinity, -Infinity, -Infinity, -Infinity, 1",
        "-Infinity, -Infinity, -Infinity, -9, 4",
        "3e38, -3e38, 3e38, 3e38, 1"
    })
    void ofEqualNumbersTheFirstIsTaken(double first, double second, double third, double fourth, int place) {
        Buffer z = engine().allocate(1, 1);
        Buffer where = engine().allocate(1, 1);
        Matrix a = Matrix.of(1, 5, 1, first, second, third, fourth);
        engine().maxPool(new Window(1, 2, 2, 2, 2, 0), written(a), z, where);
        assertEquals(place, engine().read(where).at(0, 0));
        assertEquals(
                engine().precision().round(a.at(0, place)), engine().read(z).at(0, 0));
    }

    /** Two channels of two places each, over two examples. */
    @Test
    void momentsAreOfEachChannelOverExamplesAndPlaces() {
        Buffer moments = engine().allocate(2, 2);
        engine().moments(written(Matrix.of(2, 5, 1, 1, 2, 10, 10, 1, 3, 6, 20, 20)), moments);
        assertEquals(Matrix.of(2, 2, 3, 3.5, 15, 25), engine().read(moments));
    }

    /** The mean of the squares without the square of the mean would cancel here, in single precision to nothing. */
    @Test
    void theVarianceOfNumbersFarFromZeroIsThatOfTheirDistances() {
        Buffer moments = engine().allocate(1, 2);
        engine().moments(written(Matrix.of(2, 3, 1, 10_001, 10_003, 1, 10_003, 10_001)), moments);
        assertEquals(Matrix.of(1, 2, 10_002, 1), engine().read(moments));
    }

    @Test
    void momentsOfManyNumbersAreRightButForRoundings() {
        Matrix a = random(50, 1 + 3 * 21);
        Buffer moments = engine().allocate(3, 2);
        engine().moments(written(a), moments);
        for (int c = 0; c < 3; c++) {
            double[] channel = a.columns(1 + 21 * c, 22 + 21 * c).toArray();
            double mean = Arrays.stream(channel).average().orElseThrow();
            double variance = Arrays.stream(channel)
                    .map(x -> (x - mean) * (x - mean))
                    .average()
                    .orElseThrow();
            assertNear(mean, engine().read(moments).at(c, 0), channel.length, 2, "mean " + c);
            assertNear(variance, engine().read(moments).at(c, 1), channel.length, 4, "variance " + c);
        }
    }

    @Test
    void numbersAreNormalisedThenScaledAndShifted() {
        Buffer moments = written(Matrix.of(2, 2, 3, 4 - 0.25, 15, 25 - 0.25));
        Buffer xHat = engine().allocate(1, 4);
        Buffer z = engine().allocate(1, 4);
        Buffer theta = written(Matrix.of(2, 2, 2, 1, -1, 0.5));
        engine().normalise(
                        written(Matrix.of(1, 5, 1, 1, 5, 10, 25)),
                        new NormalisationOperands(moments, 0.25, xHat, theta),
                        z);
        assertEquals(Matrix.of(1, 4, -1, 1, -1, 2), engine().read(xHat));
        assertEquals(Matrix.of(1, 4, -1, 3, 1.5, -1.5), engine().read(z));
    }

    @Test
    void slopesOfScaleAndShiftAreSumsOverExamplesAndPlaces() {
        Buffer xHat = written(Matrix.of(2, 4, 1, 2, 3, 4, 5, 6, 7, 8));
        Buffer sum = engine().allocate(2, 2);
        NormalisationOperands of = new NormalisationOperands(engine().allocate(2, 2), 1, xHat, engine().allocate(2, 2));
        engine().sumSlopes(of, written(Matrix.of(2, 4, 1, 0, 2, 0, 0, 1, 0, -1)), sum);
        assertEquals(Matrix.of(2, 2, 7, 2, -2, 1), engine().read(sum));
    }

    /** Two channels of two places, with √(σ² + ε) = 2 and 4; the parts are those of four numbers each. */
    @Test
    void meanAndVarianceTakeTheirPartOfDelta() {
        Buffer xHat = written(Matrix.of(2, 4, -1, 1, 0.5, 0, 1, -1, 0, -0.5));
        NormalisationOperands of = new NormalisationOperands(
                written(Matrix.of(2, 2, 0, 3, 0, 15)), 1, xHat, written(Matrix.of(2, 2, 6, 0, 8, 0)));
        Buffer e = engine().allocate(2, 5);
        Buffer delta = written(Matrix.of(2, 4, 5, 9, 2, 4, 1, 3, 6, 8));
        engine().denormalise(of, delta, written(Matrix.of(2, 2, 6, 28, 2, 12)), e);
        double[] first = {3 * (5 - 7 + 1.5), 3 * (9 - 7 - 1.5), 2 * (2 - 3 - 0.25), 2 * (4 - 3)};
        double[] second = {3 * (1 - 7 - 1.5), 3 * (3 - 7 + 1.5), 2 * (6 - 3), 2 * (8 - 3 + 0.25)};
        assertEquals(
                Matrix.ofRows(new double[][] {first, second}), engine().read(e).columns(1, 5));
    }

    @Test
    void runningStatisticsFollowWithTheUnbiasedVariance() {
        Buffer running = written(Matrix.of(1, 2, 10, 1));
        engine().blend(written(Matrix.of(1, 2, 20, 3)), 4, 0.25, running);
        assertEquals(Matrix.of(1, 2, 12.5, 0.75 + 0.25 * 4), engine().read(running));
        engine().blend(written(Matrix.of(1, 2, 12.5, 3.75)), 1, 0.5, running);
        assertEquals(Matrix.of(1, 2, 12.5, 0.875 + 1.875), engine().read(running));
    }

    @Test
    void numbersMoveToAndFroBehindTheBiasUnit() {
        Buffer x = engine().allocate(2, 2);
        Buffer a = written(Matrix.of(2, 3, 1, 5, 6, 1, 7, 8));
        engine().dropBias(a, x);
        assertEquals(Matrix.of(2, 2, 5, 6, 7, 8), engine().read(x));
        engine().addWithoutBias(a, x);
        assertEquals(Matrix.of(2, 2, 10, 12, 14, 16), engine().read(x));
        engine().addBehindBias(x, a);
        assertEquals(Matrix.of(2, 3, 1, 15, 18, 1, 21, 24), engine().read(a));
    }
}
