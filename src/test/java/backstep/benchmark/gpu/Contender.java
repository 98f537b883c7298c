package backstep.benchmark.gpu;

import backstep.linalg.MatrixEngine;
import backstep.linalg.Precision;
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

    /** {@return what is measured of a new engine, which is closed afterwards} */
    double measure(ToDoubleFunction<MatrixEngine> measurement) {
        try (MatrixEngine engine = maker.get()) {
            return measurement.applyAsDouble(engine);
        }
    }

    /** {@return title and precision, as a column is called} */
    String column() {
        return precision.spelling() + ", " + title;
    }
}
