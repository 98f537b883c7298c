package backstep.linalg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The products of every matrix engine. */
abstract class ProductContract extends EngineContract {

    /** Rows of a, what is summed over, columns of the product. */
    static Stream<int[]> shapes() {
        int[][] chosen = {
            {1, 1, 1},
            {1, 300, 1},
            {300, 1, 1},
            {1, 1, 300},
            {200, 3, 2},
            {2, 3, 200},
            {97, 131, 89},
            {1, 785, 128},
            {4, 65, 24},
            {24, 65, 4},
            {5, 33, 257},
            {130, 17, 300},
            {300, 18, 130},
            {31, 785, 16},
            {4, 9, 264},
            {528, 9, 5},
            {0, 3, 2},
            {2, 0, 3}
        };
        Random random = new Random(5);
        return Stream.concat(
                Stream.of(chosen),
                Stream.generate(() -> random.ints(3, 1, 40).toArray()).limit(40));
    }

    static Matrix transposed(Matrix matrix) {
        double[] entries = new double[matrix.size()];
        for (int k = 0; k < entries.length; k++) {
            entries[k] = matrix.at(k % matrix.rows(), k / matrix.rows());
        }
        return Matrix.of(matrix.columns(), matrix.rows(), entries);
    }

    /**
     * c is a times b by three loops, each entry to as many roundings as a sum of so many products may take in any order, with or
     * without fused multiply-adds.
     */
    private void assertProduct(Matrix a, Matrix b, Matrix c) {
        assertEquals(a.rows() + "×" + b.columns(), c.shape());
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < b.columns(); j++) {
                double sum = 0;
                double size = 0;
                for (int k = 0; k < a.columns(); k++) {
                    sum += a.at(i, k) * b.at(k, j);
                    size += Math.abs(a.at(i, k) * b.at(k, j));
                }
                assertNear(sum, c.at(i, j), a.columns() + 1, size, "row " + i + ", column " + j);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void productsAreThoseOfThreeLoops(int... shape) {
        Matrix a = random(shape[0], shape[1]);
        Matrix b = random(shape[1], shape[2]);
        Buffer c = written(random(shape[0], shape[2]));
        engine().multiply(written(a), written(b), c);
        assertProduct(a, b, engine().read(c));
        engine().multiplyTransposed(written(a), written(transposed(b)), c);
        assertProduct(a, b, engine().read(c));
        engine().transposedMultiply(written(transposed(a)), written(b), c);
        assertProduct(a, b, engine().read(c));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void partsAreMultipliedLikeMatricesOfTheirOwn(int... shape) {
        Matrix a = random(shape[0], shape[1]);
        Matrix b = random(shape[1], shape[2]);
        Buffer c = part(random(shape[0], shape[2]));
        engine().multiply(part(a), part(b), c);
        assertProduct(a, b, engine().read(c));
        engine().multiplyTransposed(part(a), part(transposed(b)), c);
        assertProduct(a, b, engine().read(c));
        engine().transposedMultiply(part(transposed(a)), part(b), c);
        assertProduct(a, b, engine().read(c));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void productsOfWholeNumbersAreExact(int... shape) {
        Matrix a = whole(shape[0], shape[1]);
        Matrix b = whole(shape[1], shape[2]);
        Buffer c = written(random(shape[0], shape[2]));
        engine().multiply(written(a), written(b), c);
        Matrix product = engine().read(c);
        for (int i = 0; i < shape[0]; i++) {
            for (int j = 0; j < shape[2]; j++) {
                double sum = 0;
                for (int k = 0; k < shape[1]; k++) {
                    sum += a.at(i, k) * b.at(k, j);
                }
                assertEquals(sum, product.at(i, j) + 0.0, "row " + i + ", column " + j);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void behindTheBiasAProductLeavesColumnZeroAlone(int... shape) {
        Matrix a = random(shape[0], shape[1]);
        Matrix b = random(shape[1], shape[2]);
        Matrix before = random(shape[0], shape[2]);
        Buffer c = written(before);
        engine().multiplyBehindBias(written(a), written(b), c);
        assertProduct(a, b.columns(1, shape[2]), engine().read(c).columns(1, shape[2]));
        assertEquals(before.columns(0, 1), engine().read(c).columns(0, 1));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void operandsOfAProductAreNotModified(int... shape) {
        Matrix a = random(shape[0], shape[1]);
        Matrix b = random(shape[1], shape[2]);
        Buffer left = written(a);
        Buffer right = written(b);
        engine().multiply(left, right, engine().allocate(shape[0], shape[2]));
        assertEquals(a, engine().read(left));
        assertEquals(b, engine().read(right));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void theSameProductIsTheSameToTheLastBit(int... shape) {
        Buffer a = written(random(shape[0], shape[1]));
        Buffer b = written(random(shape[2], shape[1]));
        Buffer first = engine().allocate(shape[0], shape[2]);
        Buffer second = engine().allocate(shape[0], shape[2]);
        engine().multiplyTransposed(a, b, first);
        engine().multiplyTransposed(a, b, second);
        assertEquals(engine().read(first), engine().read(second));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 60})
    void aSumBeginsWithZeroAlsoWhereItsProductsAreMinusZero(int size) {
        Matrix a =
                Matrix.of(size, 1, DoubleStream.generate(() -> -1).limit(size).toArray());
        Buffer c = engine().allocate(size, size);
        engine().multiply(written(a), written(Matrix.zeros(1, size)), c);
        assertEquals(Matrix.zeros(size, size), engine().read(c));
    }

    @Test
    void zeroTimesInfinityIsNotANumberInAProductEither() {
        Buffer a = written(Matrix.of(1, 2, 0, 1));
        Buffer b = written(Matrix.of(2, 1, Double.POSITIVE_INFINITY, 1));
        Buffer c = engine().allocate(1, 1);
        engine().multiply(a, b, c);
        assertTrue(Double.isNaN(engine().read(c).at(0, 0)));
    }

    @Test
    void infinityMakesNumbersOfItsRowAloneInfiniteInAProductOfAnySize() {
        for (int size : new int[] {3, 9, 40, 140}) {
            double[] entries = new double[size * size];
            Arrays.fill(entries, 1);
            Matrix ones = Matrix.of(size, size, entries);
            Buffer c = engine().allocate(size, size);
            engine().multiply(written(ones.with(1, size - 1, Double.NEGATIVE_INFINITY)), written(ones), c);
            for (int i = 0; i < size; i++) {
                assertEquals(
                        i == 1 ? Double.NEGATIVE_INFINITY : size,
                        engine().read(c).at(i, size - 1));
            }
        }
    }
}
