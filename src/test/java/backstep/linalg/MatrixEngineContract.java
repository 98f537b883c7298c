package backstep.linalg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import backstep.network.Activation;
import backstep.network.Loss;
import backstep.network.Objective;
import backstep.network.PlainFunctions;
import backstep.network.Sign;
import backstep.training.Adagrad;
import backstep.training.AdamW;
import backstep.training.Lamb;
import backstep.training.Optimizer;
import backstep.training.RmsProp;
import backstep.training.Sgd;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every matrix engine does. An engine extends this with a way to make one. */
abstract class MatrixEngineContract {

    /** Of sums of products; an engine may add up in another order. */
    private static final double RELATIVE = 1e-13;

    abstract MatrixEngine engine();

    /** Rows of a, what is summed over, columns of the product. */
    static Stream<int[]> shapes() {
        int[][] chosen = {
            {1, 1, 1}, {1, 300, 1}, {300, 1, 1}, {1, 1, 300}, {200, 3, 2}, {2, 3, 200}, {97, 131, 89}, {1, 785, 128},
            {4, 65, 24}, {24, 65, 4}, {5, 33, 257}, {130, 17, 300}, {300, 18, 130}, {31, 785, 16}, {0, 3, 2}, {2, 0, 3}
        };
        Random random = new Random(5);
        return Stream.concat(
                Stream.of(chosen),
                Stream.generate(() -> random.ints(3, 1, 40).toArray()).limit(40));
    }

    Buffer written(Matrix matrix) {
        Buffer buffer = engine().allocate(matrix.rows(), matrix.columns());
        engine().write(matrix, buffer);
        return buffer;
    }

    static Matrix random(int rows, int columns) {
        double[] entries = new Random(31L * rows + columns)
                .doubles((long) rows * columns, -2, 2)
                .toArray();
        return Matrix.of(rows, columns, entries);
    }

    static Matrix transposed(Matrix matrix) {
        double[] entries = new double[matrix.size()];
        for (int k = 0; k < entries.length; k++) {
            entries[k] = matrix.at(k % matrix.rows(), k / matrix.rows());
        }
        return Matrix.of(matrix.columns(), matrix.rows(), entries);
    }

    /** c is a times b by three loops, each entry to the size of what was added up. */
    private static void assertProduct(Matrix a, Matrix b, Matrix c) {
        assertEquals(a.rows() + "×" + b.columns(), c.shape());
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < b.columns(); j++) {
                double sum = 0;
                double size = 0;
                for (int k = 0; k < a.columns(); k++) {
                    sum += a.at(i, k) * b.at(k, j);
                    size += Math.abs(a.at(i, k) * b.at(k, j));
                }
                assertEquals(sum, c.at(i, j), RELATIVE * size, "row " + i + ", column " + j);
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

    @Test
    void newMemoryIsZero() {
        assertEquals(Matrix.zeros(3, 4), engine().read(engine().allocate(3, 4)));
    }

    @Test
    void whatIsReadDoesNotChangeWithTheMemory() {
        Buffer buffer = written(Matrix.of(1, 2, 3, 4));
        Matrix before = engine().read(buffer);
        engine().write(Matrix.of(1, 2, 5, 6), buffer);
        assertEquals(Matrix.of(1, 2, 3, 4), before);
        assertEquals(Matrix.of(1, 2, 5, 6), engine().read(buffer));
    }

    @Test
    void theBiasUnitIsPutInFront() {
        Buffer a = engine().allocate(2, 3);
        engine().prependBias(written(Matrix.of(2, 2, 5, 6, 7, 8)), a);
        assertEquals(Matrix.of(2, 3, 1, 5, 6, 1, 7, 8), engine().read(a));
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void activationsActOnEachRowBehindTheBiasUnit(Activation g) {
        Matrix z = random(5, 3);
        Buffer a = engine().allocate(5, 4);
        engine().activate(g, written(z), a);
        for (int row = 0; row < 5; row++) {
            double[] actual = engine().read(a).row(row);
            assertEquals(1, actual[0]);
            assertArrayEquals(
                    PlainFunctions.activations(g, z.row(row)), Arrays.copyOfRange(actual, 1, 4), 1e-14, "row " + row);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Activation.class, names = "SOFTMAX", mode = EnumSource.Mode.EXCLUDE)
    void theBiasUnitHasNoDelta(Activation g) {
        Matrix z = random(5, 3);
        Matrix e = random(5, 4);
        Buffer a = engine().allocate(5, 4);
        Buffer delta = engine().allocate(5, 3);
        engine().activate(g, written(z), a);
        engine().deactivate(g, written(z), a, written(e), delta);
        for (int row = 0; row < 5; row++) {
            for (int i = 0; i < 3; i++) {
                double expected = e.at(row, i + 1) * PlainFunctions.slope(g, z.at(row, i));
                assertEquals(expected, engine().read(delta).at(row, i), 1e-14);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SIGMOID, BINARY_CROSS_ENTROPY",
        "SOFTMAX, BINARY_CROSS_ENTROPY",
        "SIGMOID, CROSS_ENTROPY",
        "SOFTMAX, CROSS_ENTROPY",
        "LINEAR, SQUARED_ERROR",
        "SOFTMAX, SQUARED_ERROR",
        "TANH, HALF_SQUARED_ERROR"
    })
    void lossesAndTheirDerivativesAreThoseOfEachRow(Activation g, Loss loss) {
        Matrix z = random(4, 3);
        Matrix y = Matrix.of(4, 3, 1, 0, 0, 0, 1, 0, 0.5, 0.25, 0.25, 0, 0, 1);
        Objective objective = new Objective(g, loss, Sign.LOSS);
        Buffer a = engine().allocate(4, 4);
        Buffer losses = engine().allocate(4, 1);
        Buffer delta = engine().allocate(4, 3);
        engine().activate(g, written(z), a);
        engine().losses(objective, written(z), a, written(y), losses);
        engine().outputDelta(objective, written(z), a, written(y), delta);
        for (int row = 0; row < 4; row++) {
            assertEquals(
                    PlainFunctions.loss(loss, g, z.row(row), y.row(row)),
                    engine().read(losses).at(row, 0),
                    1e-13);
            assertArrayEquals(
                    PlainFunctions.delta(loss, g, z.row(row), y.row(row)),
                    engine().read(delta).row(row),
                    1e-13);
        }
    }

    @Test
    void thePenaltyLeavesTheBiasColumnOut() {
        Buffer d = engine().allocate(2, 2);
        engine().regularise(written(Matrix.of(2, 2, 4, 8, 12, 16)), 4, written(Matrix.of(2, 2, 9, 1, 9, 2)), 0.5, d);
        assertEquals(Matrix.of(2, 2, 1, 2.5, 3, 5), engine().read(d));
    }

    @Test
    void signsAreAddedButForTheBiasColumn() {
        Buffer d = written(Matrix.of(2, 3, 1, 1, 1, 1, 1, 1));
        engine().addSigns(0.5, written(Matrix.of(2, 3, 9, -3, 0, -9, 7, -0.1)), d);
        assertEquals(Matrix.of(2, 3, 1, 0.5, 1, 1, 1.5, 0.5), engine().read(d));
    }

    @Test
    void rowsAreGatheredInTheOrderInWhichTheyAreAskedFor() {
        Buffer to = engine().allocate(2, 2);
        engine().gather(written(Matrix.of(3, 2, 1, 2, 3, 4, 5, 6)), new int[] {9, 2, 0, 9}, 1, to);
        assertEquals(Matrix.of(2, 2, 5, 6, 1, 2), engine().read(to));
    }

    @Test
    void rowsThatAreNotThereAreNamed() {
        Buffer from = engine().allocate(3, 2);
        Buffer to = engine().allocate(2, 2);
        assertEquals(
                "gather: row 3 is asked for, the matrix has 3",
                refusal(() -> engine().gather(from, new int[] {2, 3}, 0, to)));
        assertEquals(
                "gather: rows 1 to 2 are asked for, there are 2",
                refusal(() -> engine().gather(from, new int[] {2, 1}, 1, to)));
    }

    private static String refusal(Executable use) {
        return assertThrows(IllegalArgumentException.class, use).getMessage();
    }

    @Test
    void aScaledMatrixIsAddedAlsoInPlace() {
        Buffer a = written(Matrix.of(1, 2, 1, 2));
        Buffer c = engine().allocate(1, 2);
        engine().addScaled(a, -0.5, written(Matrix.of(1, 2, 4, 8)), c);
        assertEquals(Matrix.of(1, 2, -1, -2), engine().read(c));
        engine().addScaled(a, 2, c, a);
        assertEquals(Matrix.of(1, 2, -1, -2), engine().read(a));
    }

    @Test
    void sumsGoOverAllEntriesOrOverTheColumnsFromOneOn() {
        Buffer a = written(Matrix.of(2, 3, 1, -2, 3, 4, 5, -6));
        assertEquals(5, engine().sum(a));
        assertEquals(21, engine().absoluteSum(a, 0));
        assertEquals(16, engine().absoluteSum(a, 1));
        assertEquals(91, engine().squaredNorm(a, 0));
        assertEquals(4 + 9 + 25 + 36, engine().squaredNorm(a, 1));
    }

    @Test
    void aMatrixIsScaledInPlace() {
        Buffer a = written(Matrix.of(2, 2, 1, -2, 3, 0));
        engine().scale(-0.5, a);
        assertEquals(Matrix.of(2, 2, -0.5, 1, -1.5, -0.0), engine().read(a));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void oneEntryThatIsNoNumberIsFoundWhereverItStands(double entry) {
        Matrix finite = Matrix.of(2, 3, Double.MAX_VALUE, -Double.MAX_VALUE, Double.MIN_VALUE, 0, -0.0, 1);
        assertTrue(engine().isFinite(written(finite)));
        for (int k = 0; k < 6; k++) {
            assertFalse(engine().isFinite(written(finite.with(k / 3, k % 3, entry))), "entry " + k);
        }
    }

    static Stream<Optimizer> optimizers() {
        return Stream.of(
                Sgd.plain(0.1),
                new Sgd(0.1, 0.9, false),
                new Sgd(0.1, 0.9, true),
                Adagrad.of(0.1),
                RmsProp.of(0.1),
                AdamW.of(0.1),
                new Lamb(0.1, Lamb.MEANS, 0.3));
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void anUpdateIsThatOfItsRule(Optimizer optimizer) {
        double[] scalars = new double[Optimizer.SCALARS];
        optimizer.scalars(3, 0.2, scalars);
        Matrix[] before = {random(4, 3), random(3, 4), positive(2, 6), positive(6, 2)};
        double[][] expected = Stream.of(before).map(Matrix::toArray).toArray(double[][]::new);
        double[] result = new double[12];
        optimizer.rule().apply(scalars, expected[0], expected[1], expected[2], expected[3], result, 12);
        Buffer[] of = Stream.of(before)
                .map(matrix -> written(Matrix.of(4, 3, matrix.toArray())))
                .toArray(Buffer[]::new);
        Buffer other = engine().allocate(4, 3);
        engine().update(optimizer.rule(), scalars, new UpdateOperands(of[0], of[1], of[2], of[3], other));
        for (int k = 0; k < 4; k++) {
            assertArrayEquals(expected[k], engine().read(of[k]).toArray(), 1e-14, "operand " + k);
        }
        assertArrayEquals(result, engine().read(other).toArray(), 1e-14);
    }

    private static Matrix positive(int rows, int columns) {
        return Matrix.of(
                rows,
                columns,
                Arrays.stream(random(rows, columns).toArray()).map(Math::abs).toArray());
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void anUpdateMayWriteIntoTheWeights(Optimizer optimizer) {
        double[] scalars = new double[Optimizer.SCALARS];
        optimizer.scalars(1, 0.2, scalars);
        Buffer theta = written(random(3, 2));
        Buffer slope = written(Matrix.of(3, 2, random(2, 3).toArray()));
        Buffer other = engine().allocate(3, 2);
        Supplier<Buffer> zeros = () -> engine().allocate(3, 2);
        engine().update(optimizer.rule(), scalars, new UpdateOperands(theta, slope, zeros.get(), zeros.get(), other));
        engine().update(optimizer.rule(), scalars, new UpdateOperands(theta, slope, zeros.get(), zeros.get(), theta));
        assertEquals(engine().read(other), engine().read(theta));
    }

    @Test
    void memoryOfAnotherEngineIsRefused() {
        record Foreign(int rows, int columns) implements Buffer {}
        Buffer own = engine().allocate(2, 2);
        List<Runnable> uses = List.of(
                () -> engine().read(new Foreign(2, 2)),
                () -> engine().write(Matrix.zeros(2, 2), new Foreign(2, 2)),
                () -> engine().multiply(own, new Foreign(2, 2), own),
                () -> engine().sum(new Foreign(2, 2)));
        for (Runnable use : uses) {
            String message =
                    assertThrows(IllegalArgumentException.class, use::run).getMessage();
            assertEquals("the buffer of 2×2 belongs to another engine", message);
        }
    }
}
