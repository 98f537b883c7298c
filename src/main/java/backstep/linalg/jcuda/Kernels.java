package backstep.linalg.jcuda;

import backstep.linalg.Precision;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;

/** Our kernels for one precision, by the names of the operations that they serve. */
final class Kernels {

    private static final Map<Precision, String> TEXTS = new EnumMap<>(Precision.class);

    private final CudaDriver driver;
    private final String ending;

    /** The kernels, made known to a driver. */
    Kernels(CudaDriver driver, Precision precision) {
        this.driver = driver;
        ending = precision == Precision.FLOAT32 ? "_f32" : "_f64";
        driver.load(text(precision));
    }

    /** {@return the PTX text of all kernels for a precision} */
    static synchronized String text(Precision precision) {
        return TEXTS.computeIfAbsent(precision, Kernels::read);
    }

    private static String read(Precision precision) {
        String name = precision.spelling() + ".ptx";
        try (InputStream in = Kernels.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the kernels, " + name + ", are not in the program's jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException("the kernels, " + name + ", cannot be read from the program's jar", e);
        }
    }

    /** Launches a kernel with a thread for each of so many entries; none where there are none. */
    void entries(String operation, int count, Arguments arguments) {
        if (count > 0) {
            launch(operation, Geometry.entries(count), arguments);
        }
    }

    /** Launches the kernel of an operation that stands for a function, by the function's name. */
    void entries(String operation, String function, int count, Arguments arguments) {
        entries(operation + "_" + function.replace('/', '_').replace('-', '_'), count, arguments);
    }

    /** Launches a kernel with a block for each channel. */
    void channels(String operation, int channels, Arguments arguments) {
        if (channels > 0) {
            launch(operation, Geometry.channels(channels), arguments);
        }
    }

    /** Launches a kernel. */
    void launch(String operation, Geometry geometry, Arguments arguments) {
        driver.launch(operation + ending, geometry, arguments);
        arguments.keepUntilHere();
    }
}
