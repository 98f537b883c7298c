package backstep.linalg;

import backstep.linalg.jcuda.RealGpu;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** The engine on the graphics card of this machine, in both precisions; products by cuBLAS where it is installed, and by own kernels. */
@Tag("gpu")
class RealGpuEngineTest {

    @Nested
    class InDoublePrecision extends MatrixEngineContract {

        @Override
        MatrixEngine engine() {
            return RealGpu.engine(Precision.FLOAT64);
        }
    }

    @Nested
    class LayersInDoublePrecision extends LayerContract {

        @Override
        MatrixEngine engine() {
            return RealGpu.engine(Precision.FLOAT64);
        }
    }

    @Nested
    class InSinglePrecision extends MatrixEngineContract {

        @Override
        MatrixEngine engine() {
            return RealGpu.engine(Precision.FLOAT32);
        }
    }

    @Nested
    class LayersInSinglePrecision extends LayerContract {

        @Override
        MatrixEngine engine() {
            return RealGpu.engine(Precision.FLOAT32);
        }
    }

    @Nested
    class Shapes extends ShapeContract {

        @Override
        MatrixEngine engine() {
            return RealGpu.engine(Precision.FLOAT32);
        }
    }

    @Nested
    class OwnProductsInDoublePrecision extends ProductContract {

        @Override
        MatrixEngine engine() {
            return RealGpu.engineWithOwnProducts(Precision.FLOAT64);
        }
    }

    @Nested
    class OwnProductsInSinglePrecision extends ProductContract {

        @Override
        MatrixEngine engine() {
            return RealGpu.engineWithOwnProducts(Precision.FLOAT32);
        }
    }
}
