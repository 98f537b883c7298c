package backstep.linalg.jcuda;

import backstep.linalg.Precision;
import jcuda.Pointer;
import jcuda.jcublas.JCublas2;
import jcuda.jcublas.cublasHandle;
import jcuda.jcublas.cublasOperation;

/**
 * Products by cuBLAS, which thinks of matrices column by column: what lies there is the transpose of ours, and cᵀ = bᵀ aᵀ is asked for.
 */
final class CublasProducts implements Products {

    private final JcudaDriver driver;
    private final cublasHandle handle;
    private final Precision precision;
    private final String description;
    private final Pointer one;
    private final Pointer zero;

    CublasProducts(JcudaDriver driver, cublasHandle handle, Precision precision, String description) {
        this.driver = driver;
        this.handle = handle;
        this.precision = precision;
        this.description = description;
        one = number(1);
        zero = number(0);
    }

    private Pointer number(int value) {
        return precision == Precision.FLOAT32 ? Pointer.to(new float[] {value}) : Pointer.to(new double[] {value});
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public void multiply(DeviceMatrix a, DeviceMatrix b, DeviceMatrix c) {
        synchronized (driver) {
            driver.enter();
            CublasLibrary.check(status(a, b, c), "multiplying matrices");
        }
    }

    private int status(DeviceMatrix a, DeviceMatrix b, DeviceMatrix c) {
        return precision == Precision.FLOAT32
                ? JCublas2.cublasSgemm(
                        handle,
                        order(b),
                        order(a),
                        c.columns(),
                        c.rows(),
                        a.columns(),
                        one,
                        new DevicePointer(b.address()),
                        step(b),
                        new DevicePointer(a.address()),
                        step(a),
                        zero,
                        new DevicePointer(c.address()),
                        step(c))
                : JCublas2.cublasDgemm(
                        handle,
                        order(b),
                        order(a),
                        c.columns(),
                        c.rows(),
                        a.columns(),
                        one,
                        new DevicePointer(b.address()),
                        step(b),
                        new DevicePointer(a.address()),
                        step(a),
                        zero,
                        new DevicePointer(c.address()),
                        step(c));
    }

    private static int order(DeviceMatrix matrix) {
        return matrix.transposed() ? cublasOperation.CUBLAS_OP_T : cublasOperation.CUBLAS_OP_N;
    }

    /** {@return how far rows lie apart; cuBLAS wants 1 at least, also where there is nothing in them} */
    private static int step(DeviceMatrix matrix) {
        return Math.max(1, matrix.step());
    }

    @Override
    public void close() {
        // The library's handle is shared by all engines of the device.
    }
}
