package backstep.server;

import backstep.linalg.MatrixEngine;
import backstep.linalg.Precision;
import backstep.linalg.ejml.EjmlEngine;
import backstep.linalg.ejml.EjmlFloatEngine;
import backstep.linalg.jcuda.Detection;
import backstep.linalg.jcuda.Gpu;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * An engine through which an update can be looked at, beside the one that everything is held against.
 *
 * @param name in a request
 * @param title for a reader, such as plain Java, float32
 * @param engine makes one; who asks closes it
 */
record Lens(String name, String title, Supplier<MatrixEngine> engine) {

    /** What others are held against: the same bits on every machine. */
    static final Lens REFERENCE = of("java", EjmlEngine::new);

    private static final class OfThisMachine {

        static final List<Lens> FOUND = find();
    }

    /** {@return what this machine can compute with beside the reference} */
    static List<Lens> all() {
        return OfThisMachine.FOUND;
    }

    private static List<Lens> find() {
        List<Lens> found = new ArrayList<>();
        boolean hasLibrary = !EjmlEngine.withSystemLibrary().products().equals(new EjmlEngine().products());
        found.add(of("java-float32", EjmlFloatEngine::new));
        if (hasLibrary) {
            found.add(of("openblas", EjmlEngine::withSystemLibrary));
            found.add(of("openblas-float32", EjmlFloatEngine::withSystemLibrary));
        }
        if (Gpu.detect() instanceof Detection.Found(Gpu gpu)) {
            found.add(ofGpu("gpu", gpu, Precision.FLOAT64));
            found.add(ofGpu("gpu-float32", gpu, Precision.FLOAT32));
        }
        return List.copyOf(found);
    }

    private static Lens of(String name, Supplier<MatrixEngine> maker) {
        MatrixEngine engine = maker.get();
        return new Lens(name, engine.products() + ", " + engine.precision().spelling(), maker);
    }

    private static Lens ofGpu(String name, Gpu gpu, Precision precision) {
        String title = gpu.name() + " (" + gpu.products() + "), " + precision.spelling();
        return new Lens(name, title, () -> gpu.engine(precision));
    }
}
