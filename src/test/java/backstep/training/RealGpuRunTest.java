package backstep.training;

import backstep.linalg.MatrixEngine;
import backstep.linalg.Precision;
import backstep.linalg.jcuda.RealGpu;
import org.junit.jupiter.api.Tag;

/** Runs on the graphics card of this machine. */
@Tag("gpu")
class RealGpuRunTest extends GpuRunContract {

    @Override
    MatrixEngine engine(Precision precision) {
        return RealGpu.engine(precision);
    }
}
