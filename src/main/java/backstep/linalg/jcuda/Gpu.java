package backstep.linalg.jcuda;

import backstep.linalg.Precision;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** An NVIDIA graphics card that can compute. */
public final class Gpu {

    /** The variable of the environment that says whether a graphics card may be used: {@code off}, or not set. */
    private static final String SWITCH = "BACKSTEP_GPU";

    private final CudaDriver driver;
    private final DeviceMemory memory;
    private final Supplier<Optional<CublasLibrary>> cublas;

    /** A card behind a driver, without cuBLAS. */
    Gpu(CudaDriver driver) {
        this(driver, Optional::empty);
    }

    private Gpu(CudaDriver driver, Supplier<Optional<CublasLibrary>> cublas) {
        this.driver = driver;
        this.cublas = new Once<>(cublas);
        memory = new DeviceMemory(driver);
    }

    private static final class OfThisMachine {

        static final Detection FOUND = detect(System.getenv());
    }

    /**
     * {@return the card of this machine, or why there is none} It is looked for once, silently, without leaving a file behind and
     * without ever failing.
     */
    public static Detection detect() {
        return OfThisMachine.FOUND;
    }

    static Detection detect(Map<String, String> environment) {
        if ("off".equals(environment.get(SWITCH))) {
            return new Detection.Absent("switched off by " + SWITCH + "=off");
        }
        Optional<String> reason = DriverProbe.whyNot().or(Libraries::whyNot);
        return reason.<Detection>map(Detection.Absent::new).orElseGet(Libraries::open);
    }

    /** What touches JCuda: loaded only where the driver says that there is a device. */
    private static final class Libraries {

        static Optional<String> whyNot() {
            return NativeLibraries.whyNot();
        }

        static Detection open() {
            try {
                JcudaDriver driver = JcudaDriver.open();
                return new Detection.Found(new Gpu(driver, () -> CublasLibrary.find(driver)));
            } catch (GpuException e) {
                return new Detection.Absent(String.valueOf(e.getMessage()));
            } catch (Exception | LinkageError e) {
                return new Detection.Absent("the GPU libraries do not load: " + firstLine(e));
            }
        }

        private static String firstLine(Throwable e) {
            return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        }
    }

    /** {@return its name, such as NVIDIA GeForce RTX 3060} */
    public String name() {
        return device().name();
    }

    /** {@return how many bytes of memory it has} */
    public long memory() {
        return device().memory();
    }

    /** {@return how many bytes of its memory nobody uses now} */
    public long freeMemory() {
        return driver.freeMemory();
    }

    /** {@return the version of CUDA that its driver knows, such as 12.4} */
    public String driverVersion() {
        return device().driverVersion();
    }

    /** {@return its generation, such as 8.6} */
    public String computeCapability() {
        return device().computeCapability();
    }

    /** {@return the card as its driver describes it} */
    public Device device() {
        return driver.device();
    }

    /** {@return the driver, for measurements by its clock} */
    public CudaDriver driver() {
        return driver;
    }

    /** {@return what computes products on it: cuBLAS with its version, or own kernels where cuBLAS is not installed} */
    public String products() {
        return cublas.get().map(CublasLibrary::description).orElse(KernelProducts.DESCRIPTION);
    }

    /** {@return a new engine on it, to be closed by who asked for it; products as {@link #products} says} */
    public JcudaEngine engine(Precision precision) {
        return new JcudaEngine(driver, memory, precision, this::products);
    }

    /** {@return a new engine on it that computes products by own kernels, whatever is installed} */
    public JcudaEngine engineWithOwnProducts(Precision precision) {
        return new JcudaEngine(driver, memory, precision, Gpu::ownProducts);
    }

    private Products products(Kernels kernels, DeviceMemory.Account account, Precision precision) {
        Optional<CublasLibrary> library = cublas.get();
        return library.isPresent() ? library.get().products(precision) : ownProducts(kernels, account, precision);
    }

    private static Products ownProducts(Kernels kernels, DeviceMemory.Account account, Precision precision) {
        return new KernelProducts(kernels, account, precision == Precision.FLOAT32 ? Float.BYTES : Double.BYTES);
    }
}
