package backstep.linalg;

import static org.junit.jupiter.api.Assertions.assertEquals;

import backstep.linalg.ejml.EjmlEngine;
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
