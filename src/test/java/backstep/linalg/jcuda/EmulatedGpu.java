package backstep.linalg.jcuda;

import backstep.linalg.MatrixEngine;
import backstep.linalg.Precision;
import java.util.EnumMap;
import java.util.Map;

/** The engine for graphics cards on a machine that has none. */
public final class EmulatedGpu {

    private static final Map<Precision, JcudaEngine> ENGINES = new EnumMap<>(Precision.class);

    private EmulatedGpu() {}

    /** {@return the engine of a precision, which all tests share; the test is skipped where the kernels cannot be compiled} */
    public static synchronized MatrixEngine engine(Precision precision) {
        return ENGINES.computeIfAbsent(precision, asked -> new Gpu(new EmulatedDriver()).engine(asked));
    }
}
