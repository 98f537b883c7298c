package backstep.linalg.jcuda;

import backstep.linalg.Precision;
import java.io.IOException;
import java.util.Optional;
import jcuda.jcublas.JCublas2;
import jcuda.jcublas.cublasHandle;
import jcuda.jcublas.cublasMath;
import jcuda.jcublas.cublasStatus;

/**
 * NVIDIA's library of matrix products, where it is installed in the version that JCuda was made for. Single precision stays
 * single precision: the shorter numbers of tensor cores are not allowed.
 */
final class CublasLibrary {

    private final JcudaDriver driver;
    private final cublasHandle handle;
    private final String description;

    private CublasLibrary(JcudaDriver driver) {
        this.driver = driver;
        handle = new cublasHandle();
        int[] version = new int[1];
        synchronized (driver) {
            driver.enter();
            check(JCublas2.cublasCreate(handle), "starting cuBLAS");
            check(JCublas2.cublasSetMathMode(handle, cublasMath.CUBLAS_DEFAULT_MATH), "setting up cuBLAS");
            check(JCublas2.cublasGetVersion(handle, version), "asking cuBLAS for its version");
        }
        description = "cuBLAS " + version(version[0]);
    }

    /** {@return the library; none where it is not installed or does not start} */
    static Optional<CublasLibrary> find(JcudaDriver driver) {
        try {
            NativeLibraries.load(JCublas2::initialize);
            return Optional.of(new CublasLibrary(driver));
        } catch (IOException | GpuException | LinkageError notThere) {
            return Optional.empty();
        }
    }

    /** {@return such as 12.4.5 of 120405} */
    static String version(int number) {
        return number / 10_000 + "." + number / 100 % 100 + "." + number % 100;
    }

    /** @throws GpuException where a status is not success */
    static void check(int status, String doing) {
        if (status != cublasStatus.CUBLAS_STATUS_SUCCESS) {
            throw GpuException.of(cublasStatus.stringFor(status), doing);
        }
    }

    String description() {
        return description;
    }

    /** {@return products by it in a precision} */
    Products products(Precision precision) {
        return new CublasProducts(driver, handle, precision, description);
    }
}
