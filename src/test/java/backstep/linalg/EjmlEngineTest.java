package backstep.linalg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import backstep.linalg.ejml.EjmlEngine;
import backstep.network.Activation;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EjmlEngineTest extends MatrixEngineContract {

    private final MatrixEngine engine = new EjmlEngine();

    @Override
    MatrixEngine engine() {
        return engine;
    }

    @Test
    void itsNameIsTheOneOfDocuments() {
        assertEquals("ejml", engine.name());
        assertEquals("plain Java", engine.products());
    }

    /** So a product depends neither on the way it is computed nor on the rows beside it: a batch is its examples. */
    @ParameterizedTest
    @MethodSource("shapes")
    void everyEntryOfAProductIsOneChainOfFusedMultiplyAdds(int... shape) {
        Matrix a = random(shape[0], shape[1]);
        Matrix b = random(shape[1], shape[2]);
        Buffer c = engine.allocate(shape[0], shape[2]);
        engine.multiply(written(a), written(b), c);
        Matrix first = engine.read(c);
        engine.multiplyTransposed(written(a), written(transposed(b)), c);
        Matrix second = engine.read(c);
        engine.transposedMultiply(written(transposed(a)), written(b), c);
        assertEquals(chains(a, b), first);
        assertEquals(first, second);
        assertEquals(first, engine.read(c));
    }

    private static Matrix chains(Matrix a, Matrix b) {
        double[] entries = new double[a.rows() * b.columns()];
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < b.columns(); j++) {
                double sum = 0;
                for (int k = 0; k < a.columns(); k++) {
                    sum = Math.fma(a.at(i, k), b.at(k, j), sum);
                }
                entries[i * b.columns() + j] = sum;
            }
        }
        return Matrix.of(a.rows(), b.columns(), entries);
    }

    @Nested
    class Layers extends LayerContract {

        @Override
        MatrixEngine engine() {
            return engine;
        }
    }

    /** z and δ are parts of matrices that have another column before them. */
    @Nested
    class LayersInPlace extends LayerContract {

        @Override
        MatrixEngine engine() {
            return engine;
        }

        @Override
        Buffer ofLayer(Matrix matrix) {
            return part(matrix);
        }
    }

    @Nested
    class ConvolutionsInPlace extends ConvolutionContract {

        @Override
        MatrixEngine engine() {
            return engine;
        }

        @Override
        Buffer ofLayer(Matrix matrix) {
            return part(matrix);
        }
    }

    private Buffer behindBias(Buffer matrix) {
        return engine.behindBias(matrix).orElseThrow();
    }

    @Test
    void whatIsWrittenToAPartIsReadFromTheWholeAndLeavesColumnZeroAlone() {
        Matrix before = random(3, 4);
        Buffer whole = written(before);
        assertEquals(before.columns(1, 4), engine.read(behindBias(whole)));
        engine.write(whole(3, 3), behindBias(whole));
        assertEquals(whole(3, 3), engine.read(whole).columns(1, 4));
        assertEquals(before.columns(0, 1), engine.read(whole).columns(0, 1));
    }

    @Test
    void activationsAndDeltaOfPartsAreThoseOfMatricesOfTheirOwn() {
        Buffer a = engine.allocate(5, 4);
        Buffer same = engine.allocate(5, 4);
        Buffer delta = engine.allocate(5, 3);
        engine.activate(Activation.TANH, written(random(5, 3)), a);
        engine.deactivate(Activation.TANH, written(random(5, 3)), a, written(random(5, 4)), delta);
        engine.activate(Activation.TANH, part(random(5, 3)), same);
        assertEquals(engine.read(a), engine.read(same));
        Buffer elsewhere = part(whole(5, 3));
        engine.deactivate(Activation.TANH, part(random(5, 3)), a, written(random(5, 4)), elsewhere);
        assertEquals(engine.read(delta), engine.read(elsewhere));
        Buffer e = written(random(5, 4));
        engine.deactivate(Activation.TANH, part(random(5, 3)), a, e, behindBias(e));
        assertEquals(engine.read(delta), engine.read(behindBias(e)));
    }

    @Test
    void whatChangesNothingLeavesTheSumsWhereTheyAre() {
        Buffer a = written(random(5, 4));
        engine.activate(Activation.LINEAR, behindBias(a), a);
        assertEquals(random(5, 4).columns(1, 4).behindBias(), engine.read(a));
    }

    @Test
    void aPartGoesBehindABiasUnitAndBack() {
        Buffer a = engine.allocate(5, 4);
        engine.prependBias(part(random(5, 3)), a);
        assertEquals(random(5, 3).behindBias(), engine.read(a));
        Buffer x = part(whole(5, 3));
        engine.dropBias(a, x);
        assertEquals(random(5, 3), engine.read(x));
    }

    @Test
    void whetherAPartIsFiniteDependsOnItsOwnEntries() {
        Matrix given = random(3, 3);
        assertTrue(engine.isFinite(behindBias(written(given.with(1, 0, Double.NaN)))));
        assertFalse(engine.isFinite(behindBias(written(given.with(0, 1, Double.NaN)))));
        assertFalse(engine.isFinite(behindBias(written(given.with(2, 2, Double.NEGATIVE_INFINITY)))));
    }

    @Test
    void whatTakesNoPartSaysSo() {
        Buffer part = part(random(2, 3));
        assertEquals(
                "the buffer of 2×3 is a part of another, which this operation does not take",
                assertThrows(IllegalArgumentException.class, () -> engine.scale(2, part))
                        .getMessage());
    }

    @Nested
    class Shapes extends ShapeContract {

        @Override
        MatrixEngine engine() {
            return engine;
        }
    }

    @Nested
    class Convolutions extends ConvolutionContract {

        @Override
        MatrixEngine engine() {
            return engine;
        }

        @ParameterizedTest
        @ValueSource(ints = {2, 5})
        void productsOfManyPatchesAreThoseOfTheDefinition(int filters) {
            requireManyPatches(filters);
        }
    }
}
