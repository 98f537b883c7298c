package backstep.linalg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import backstep.linalg.ejml.EjmlEngine;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Products by the OpenBLAS of the machine; where there is none, in Java, as on any machine without. */
class SystemLibraryEngineTest extends MatrixEngineContract {

    private final EjmlEngine engine = EjmlEngine.withSystemLibrary();

    @Override
    MatrixEngine engine() {
        return engine;
    }

    @Test
    void itSaysWhatComputesItsProducts() {
        assertEquals("ejml", engine.name());
        assertTrue(engine.products().matches("plain Java|OpenBLAS [0-9.]+\\S* \\(\\w+\\)"), engine.products());
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
    }
}
