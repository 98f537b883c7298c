package backstep.linalg;

import static org.junit.jupiter.api.Assertions.assertEquals;

import backstep.linalg.ejml.EjmlEngine;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class EjmlEngineTest extends MatrixEngineContract {

    private final MatrixEngine engine = new EjmlEngine();

    @Override
    MatrixEngine engine() {
        return engine;
    }

    @Test
    void itsNameIsTheOneOfDocuments() {
        assertEquals("ejml", engine.name());
    }

    @Nested
    class Shapes extends ShapeContract {

        @Override
        MatrixEngine engine() {
            return engine;
        }
    }
}
