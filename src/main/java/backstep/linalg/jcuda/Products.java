package backstep.linalg.jcuda;

/** Computes products of matrices on a device. */
interface Products extends AutoCloseable {

    /** {@return what computes them, such as own kernels} */
    String description();

    /** c = a b; c is no transpose, and none of them is empty but for what is summed over. */
    void multiply(DeviceMatrix a, DeviceMatrix b, DeviceMatrix c);

    @Override
    void close();
}
