package backstep.linalg.jcuda;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import backstep.linalg.MatrixEngine;
import backstep.linalg.Precision;
import java.util.HashMap;
import java.util.Map;

/** The graphics card of this machine; where there is none a test is skipped, and says why. */
public final class RealGpu {

    private static final Map<String, JcudaEngine> ENGINES = new HashMap<>();

    private RealGpu() {}

    /** {@return the card} */
    public static Gpu get() {
        Detection detection = Gpu.detect();
        assumeTrue(detection instanceof Detection.Found, () -> ((Detection.Absent) detection).reason());
        return ((Detection.Found) detection).gpu();
    }

    /** {@return the engine of a precision, with cuBLAS where it is installed, which all tests share} */
    public static synchronized MatrixEngine engine(Precision precision) {
        return ENGINES.computeIfAbsent(precision.spelling(), asked -> get().engine(precision));
    }

    /** {@return the same with own kernels for products, whatever is installed} */
    public static synchronized MatrixEngine engineWithOwnProducts(Precision precision) {
        return ENGINES.computeIfAbsent("own " + precision.spelling(), asked -> get().engineWithOwnProducts(precision));
    }
}
