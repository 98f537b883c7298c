package backstep.benchmark.gpu;

import backstep.linalg.MatrixEngine;
import backstep.linalg.Precision;
import backstep.linalg.jcuda.JcudaEngine;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * What is measured beside others.
 *
 * @param title such as GPU, own kernels
 * @param clock what measures it
 * @param maker makes its engine
 */
record Contender(String title, Precision precision, Clock clock, Supplier<? extends MatrixEngine> maker) {

    /** {@return what is measured of a new engine, which is closed afterwards where it can be} */
    double measure(ToDoubleFunction<MatrixEngine> measurement) {
        MatrixEngine engine = maker.get();
        try {
            return measurement.applyAsDouble(engine);
        } finally {
            if (engine instanceof JcudaEngine device) {
                device.close();
            }
        }
    }

    /** {@return title and precision, as a column is called} */
    String column() {
        return precision.spelling() + ", " + title;
    }
}
