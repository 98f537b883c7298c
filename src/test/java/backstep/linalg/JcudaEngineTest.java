package backstep.linalg;

import backstep.linalg.jcuda.EmulatedGpu;
import org.junit.jupiter.api.Nested;

/** The engine for graphics cards with its kernels emulated, in both precisions. */
class JcudaEngineTest {

    @Nested
    class InDoublePrecision extends MatrixEngineContract {

        @Override
        MatrixEngine engine() {
            return EmulatedGpu.engine(Precision.FLOAT64);
        }
    }

    @Nested
    class LayersInDoublePrecision extends LayerContract {

        @Override
        MatrixEngine engine() {
            return EmulatedGpu.engine(Precision.FLOAT64);
        }
    }

    @Nested
    class InSinglePrecision extends MatrixEngineContract {

        @Override
        MatrixEngine engine() {
            return EmulatedGpu.engine(Precision.FLOAT32);
        }
    }

    @Nested
    class LayersInSinglePrecision extends LayerContract {

        @Override
        MatrixEngine engine() {
            return EmulatedGpu.engine(Precision.FLOAT32);
        }
    }

    @Nested
    class Shapes extends ShapeContract {

        @Override
        MatrixEngine engine() {
            return EmulatedGpu.engine(Precision.FLOAT32);
        }
    }

    @Nested
    class ConvolutionsInDoublePrecision extends ConvolutionContract {

        @Override
        MatrixEngine engine() {
            return EmulatedGpu.engine(Precision.FLOAT64);
        }
    }

    @Nested
    class ConvolutionsInSinglePrecision extends ConvolutionContract {

        @Override
        MatrixEngine engine() {
            return EmulatedGpu.engine(Precision.FLOAT32);
        }
    }
}
