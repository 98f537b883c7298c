package backstep.server;

import backstep.linalg.MatrixEngine;
import backstep.linalg.Precision;
import backstep.linalg.jcuda.Detection;
import backstep.linalg.jcuda.Gpu;
import java.util.function.Function;
import java.util.function.Supplier;

/** The graphics card of a machine, or why there is none. */
sealed interface Card {

    /**
     * There is one that can compute.
     *
     * @param memory how many bytes of memory it has
     * @param driver the version of CUDA that its driver knows
     * @param capability its generation
     * @param products what computes products on it
     * @param engines makes an engine on it
     */
    record There(
            String name,
            long memory,
            String driver,
            String capability,
            Supplier<String> products,
            Function<Precision, MatrixEngine> engines)
            implements Card {}

    /** There is none. */
    record Missing(String reason) implements Card {}

    /** {@return the card of this machine} */
    static Card ofThisMachine() {
        return switch (Gpu.detect()) {
            case Detection.Found(Gpu gpu) ->
                new There(
                        gpu.name(),
                        gpu.memory(),
                        gpu.driverVersion(),
                        gpu.computeCapability(),
                        gpu::products,
                        gpu::engine);
            case Detection.Absent(String reason) -> new Missing(reason);
        };
    }
}
