package backstep.linalg;

import static org.junit.jupiter.api.Assertions.assertEquals;

import backstep.linalg.ejml.EjmlEngine;
import backstep.linalg.ejml.EjmlFloatEngine;
import org.junit.jupiter.api.Test;

/** Products of single precision by the OpenBLAS of the machine; where there is none, in Java, as on any machine without. */
class SystemLibraryFloatEngineTest extends MatrixEngineContract {

    private final MatrixEngine engine = EjmlFloatEngine.withSystemLibrary();

    @Override
    MatrixEngine engine() {
        return engine;
    }

    @Test
    void itsProductsAreThoseOfTheSameLibraryAsInDoublePrecision() {
        assertEquals(Precision.FLOAT32, engine.precision());
        assertEquals(EjmlEngine.withSystemLibrary().products(), engine.products());
    }
}
