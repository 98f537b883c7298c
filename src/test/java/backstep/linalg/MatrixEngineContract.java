package backstep.linalg;

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
abstract class MatrixEngineContract extends ProductContract {

    @Test
    void newMemoryIsZero() {
        assertEquals(Matrix.zeros(3, 4), engine().read(engine().allocate(3, 4)));
    }

    @Test
    void aNumberThatIsWrittenBecomesTheNearestOfItsPrecision() {
        Matrix given = Matrix.of(1, 6, 0.1, -1.0 / 3, 16_777_217, 1e300, 0x1.000001p0, 1e-300);
        double[] nearest = given.toArray();
        Arrays.setAll(nearest, k -> engine().precision().round(nearest[k]));
        assertEquals(Matrix.of(1, 6, nearest), engine().read(written(given)));
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
            assertFunction(PlainFunctions.activations(g, z.row(row)), Arrays.copyOfRange(actual, 1, 4), "row " + row);
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
            double[] expected = new double[3];
            for (int i = 0; i < 3; i++) {
                expected[i] = e.at(row, i + 1) * PlainFunctions.slope(g, z.at(row, i));
            }
            assertFunction(expected, engine().read(delta).row(row), "row " + row);
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
    void lossesAndTheirDerivativesAreThoseOfEachRow(Activation g, Loss pairing) {
        Matrix z = random(4, 3);
        Matrix y = Matrix.of(4, 3, 1, 0, 0, 0, 1, 0, 0.5, 0.25, 0.25, 0, 0, 1);
        Objective objective = new Objective(g, pairing, Sign.LOSS);
        Buffer a = engine().allocate(4, 4);
        Buffer losses = engine().allocate(4, 1);
        Buffer delta = engine().allocate(4, 3);
        engine().activate(g, written(z), a);
        engine().losses(objective, written(z), a, written(y), losses);
        engine().outputDelta(objective, written(z), a, written(y), delta);
        for (int row = 0; row < 4; row++) {
            double loss = PlainFunctions.loss(pairing, g, z.row(row), y.row(row));
            assertFunction(new double[] {loss}, engine().read(losses).row(row), "row " + row);
            assertFunction(
                    PlainFunctions.delta(pairing, g, z.row(row), y.row(row)),
                    engine().read(delta).row(row),
                    "row " + row);
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

    /** Whole numbers add up to the same in any order and precision, as long as they stay small. */
    @Test
    void sumsOfManyWholeNumbersAreExact() {
        Matrix a = whole(97, 131);
        Buffer buffer = written(a);
        assertEquals(Arrays.stream(a.toArray()).sum(), engine().sum(buffer));
        assertEquals(Arrays.stream(a.toArray()).map(Math::abs).sum(), engine().absoluteSum(buffer, 0));
        assertEquals(Arrays.stream(a.toArray()).map(x -> x * x).sum(), engine().squaredNorm(buffer, 0));
    }

    @Test
    void sumsOfOthersAreRightButForRoundings() {
        Matrix a = random(9, 31);
        double size = Arrays.stream(a.toArray()).map(Math::abs).sum();
        double squares = Arrays.stream(a.toArray()).map(x -> x * x).sum();
        Buffer buffer = written(a);
        assertNear(Arrays.stream(a.toArray()).sum(), engine().sum(buffer), a.size(), size, "sum");
        assertNear(size, engine().absoluteSum(buffer, 0), a.size(), size, "absoluteSum");
        assertNear(squares, engine().squaredNorm(buffer, 0), a.size() + 1, squares, "squaredNorm");
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
        boolean isSingle = engine().precision() == Precision.FLOAT32;
        double largest = isSingle ? Float.MAX_VALUE : Double.MAX_VALUE;
        double smallest = isSingle ? Float.MIN_VALUE : Double.MIN_VALUE;
        Matrix finite = Matrix.of(2, 3, largest, -largest, smallest, 0, -0.0, 1);
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
            assertFunction(expected[k], engine().read(of[k]).toArray(), "operand " + k);
        }
        assertFunction(result, engine().read(other).toArray(), "result");
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
