package backstep.training;

import backstep.linalg.MatrixEngine;
import backstep.linalg.Precision;
import backstep.linalg.jcuda.EmulatedGpu;

/** Runs on the engine for graphics cards with its kernels emulated. */
class EmulatedGpuRunTest extends GpuRunContract {

    @Override
    MatrixEngine engine(Precision precision) {
        return EmulatedGpu.engine(precision);
    }
}
