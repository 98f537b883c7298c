package backstep.linalg.jcuda;

/**
 * What the engine needs of NVIDIA's driver, for one device. Work is done in the order in which it is asked for; a launch returns
 * before it is done, a copy to the host waits for all that was asked for before. Any thread may call.
 *
 * <p>An address is that of device memory, and 0 is none. Every method throws {@link GpuException} where the driver refuses: a
 * launch too for what went wrong since, since kernels fail after they were launched.
 */
public interface CudaDriver extends AutoCloseable {

    /** {@return which device it is} */
    Device device();

    /** {@return how many bytes of device memory nobody uses, in this program or another} */
    long freeMemory();

    /** {@return the address of new device memory, a multiple of 256; what is in it is not known} */
    long allocate(long bytes);

    /** Gives device memory back, from the address on which it was allocated. */
    void free(long address);

    /** Fills device memory with zeros. */
    void clear(long address, long bytes);

    /** Copies to the device: {@code count} numbers from the {@code first} one on. */
    void write(double[] from, int first, int count, long to);

    /** Copies to the device: {@code count} numbers from the {@code first} one on. */
    void write(float[] from, int first, int count, long to);

    /** Copies to the device: {@code count} numbers from the {@code first} one on. */
    void write(int[] from, int first, int count, long to);

    /** Copies from the device: as many numbers as the array holds. */
    void read(long from, double[] to);

    /** Copies from the device: as many numbers as the array holds. */
    void read(long from, float[] to);

    /** Makes the kernels of a PTX text known under their names; once, however often it is asked for. */
    void load(String ptx);

    /**
     * Launches a kernel.
     *
     * @throws IllegalArgumentException where no text that was loaded has a kernel of that name
     */
    void launch(String kernel, Geometry geometry, Arguments arguments);

    /** Waits until all that was asked for is done. */
    void synchronise();

    /** {@return how many milliseconds the device takes for what is launched, by its own clock} */
    double milliseconds(Runnable launches);

    /** Lets go of the device; memory that is still allocated is given back. */
    @Override
    void close();
}
