package backstep.linalg.jcuda;

import static jcuda.driver.CUdevice_attribute.CU_DEVICE_ATTRIBUTE_CLOCK_RATE;
import static jcuda.driver.CUdevice_attribute.CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MAJOR;
import static jcuda.driver.CUdevice_attribute.CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MINOR;
import static jcuda.driver.CUdevice_attribute.CU_DEVICE_ATTRIBUTE_GLOBAL_MEMORY_BUS_WIDTH;
import static jcuda.driver.CUdevice_attribute.CU_DEVICE_ATTRIBUTE_MEMORY_CLOCK_RATE;
import static jcuda.driver.CUdevice_attribute.CU_DEVICE_ATTRIBUTE_MULTIPROCESSOR_COUNT;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import jcuda.Pointer;
import jcuda.driver.CUcontext;
import jcuda.driver.CUdevice;
import jcuda.driver.CUevent;
import jcuda.driver.CUresult;
import jcuda.driver.JCudaDriver;

/**
 * The first device of this machine through JCuda. All users of a device share its primary context, which is made current in each call
 * since a thread has its own current context and runs change theirs. Calls are made one at a time, in one stream.
 */
final class JcudaDriver implements CudaDriver {

    private static final int CALLED_NAME = 256;
    private static final double KILO = 1_000;
    private static final int TRANSFERS_A_CLOCK = 2;

    private final CUdevice handle;
    private final CUcontext context = new CUcontext();
    private final Device device;
    private final LoadedKernels kernels = new LoadedKernels();
    private boolean isHeld;

    private JcudaDriver(CUdevice handle) {
        this.handle = handle;
        device = describe(handle);
    }

    /**
     * {@return the first device}
     *
     * @throws IOException where JCuda's library cannot be unpacked
     * @throws LinkageError where it is not there or does not load
     */
    static JcudaDriver open() throws IOException {
        NativeLibraries.load(() -> check(JCudaDriver.cuInit(0), "starting the driver"));
        CUdevice handle = new CUdevice();
        check(JCudaDriver.cuDeviceGet(handle, 0), "looking for the device");
        return new JcudaDriver(handle);
    }

    private static Device describe(CUdevice handle) {
        byte[] name = new byte[CALLED_NAME];
        long[] memory = new long[1];
        int[] version = new int[1];
        check(JCudaDriver.cuDeviceGetName(name, CALLED_NAME, handle), "asking for the name of the device");
        check(JCudaDriver.cuDeviceTotalMem(memory, handle), "asking for the memory of the device");
        check(JCudaDriver.cuDriverGetVersion(version), "asking for the version of the driver");
        double memoryClock = KILO * attribute(CU_DEVICE_ATTRIBUTE_MEMORY_CLOCK_RATE, handle);
        int busBytes = attribute(CU_DEVICE_ATTRIBUTE_GLOBAL_MEMORY_BUS_WIDTH, handle) / Byte.SIZE;
        return new Device(
                text(name),
                memory[0],
                version[0] / 1_000 + "." + version[0] % 1_000 / 10,
                attribute(CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MAJOR, handle) + "."
                        + attribute(CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MINOR, handle),
                attribute(CU_DEVICE_ATTRIBUTE_MULTIPROCESSOR_COUNT, handle),
                KILO * attribute(CU_DEVICE_ATTRIBUTE_CLOCK_RATE, handle),
                TRANSFERS_A_CLOCK * memoryClock * busBytes);
    }

    private static int attribute(int which, CUdevice handle) {
        int[] value = new int[1];
        check(JCudaDriver.cuDeviceGetAttribute(value, which, handle), "asking for a property of the device");
        return value[0];
    }

    /** {@return the text before the byte 0} */
    private static String text(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }

    /** @throws GpuException where a status is not success */
    static void check(int status, String doing) {
        if (status != CUresult.CUDA_SUCCESS) {
            throw GpuException.of(CUresult.stringFor(status), doing);
        }
    }

    /** Makes the context current in the thread that calls; the first time, the device is taken hold of. */
    synchronized void enter() {
        if (!isHeld) {
            check(JCudaDriver.cuDevicePrimaryCtxRetain(context, handle), "taking hold of the device");
            isHeld = true;
        }
        check(JCudaDriver.cuCtxSetCurrent(context), "turning to the device");
    }

    @Override
    public Device device() {
        return device;
    }

    @Override
    public synchronized long freeMemory() {
        enter();
        long[] free = new long[1];
        check(JCudaDriver.cuMemGetInfo(free, new long[1]), "asking for free memory");
        return free[0];
    }

    @Override
    public synchronized long allocate(long bytes) {
        enter();
        DevicePointer pointer = new DevicePointer();
        check(JCudaDriver.cuMemAlloc(pointer, bytes), "allocating " + bytes + " bytes");
        return pointer.address();
    }

    @Override
    public synchronized void free(long address) {
        enter();
        check(JCudaDriver.cuMemFree(new DevicePointer(address)), "giving back memory");
    }

    @Override
    public synchronized void clear(long address, long bytes) {
        enter();
        check(JCudaDriver.cuMemsetD8(new DevicePointer(address), (byte) 0, bytes), "filling memory with zeros");
    }

    @Override
    public void write(double[] from, int first, int count, long to) {
        write(Pointer.to(from), Double.BYTES, first, count, to);
    }

    @Override
    public void write(float[] from, int first, int count, long to) {
        write(Pointer.to(from), Float.BYTES, first, count, to);
    }

    @Override
    public void write(int[] from, int first, int count, long to) {
        write(Pointer.to(from), Integer.BYTES, first, count, to);
    }

    private synchronized void write(Pointer from, int each, int first, int count, long to) {
        enter();
        Pointer start = from.withByteOffset((long) each * first);
        check(JCudaDriver.cuMemcpyHtoD(new DevicePointer(to), start, (long) each * count), "copying to the device");
    }

    @Override
    public void read(long from, double[] to) {
        read(from, Pointer.to(to), (long) Double.BYTES * to.length);
    }

    @Override
    public void read(long from, float[] to) {
        read(from, Pointer.to(to), (long) Float.BYTES * to.length);
    }

    private synchronized void read(long from, Pointer to, long bytes) {
        enter();
        check(JCudaDriver.cuMemcpyDtoH(to, new DevicePointer(from), bytes), "copying from the device");
    }

    @Override
    public synchronized void load(String ptx) {
        enter();
        kernels.load(ptx);
    }

    @Override
    public synchronized void launch(String kernel, Geometry geometry, Arguments arguments) {
        enter();
        kernels.launch(kernel, geometry, arguments);
    }

    @Override
    public synchronized void synchronise() {
        enter();
        check(JCudaDriver.cuCtxSynchronize(), "waiting for the device");
    }

    @Override
    public synchronized double milliseconds(Runnable launches) {
        enter();
        CUevent start = event();
        CUevent end = event();
        try {
            record(start);
            launches.run();
            record(end);
            check(JCudaDriver.cuEventSynchronize(end), "waiting for the device");
            float[] milliseconds = new float[1];
            check(JCudaDriver.cuEventElapsedTime(milliseconds, start, end), "taking the time");
            return milliseconds[0];
        } finally {
            check(JCudaDriver.cuEventDestroy(start), "putting the clock away");
            check(JCudaDriver.cuEventDestroy(end), "putting the clock away");
        }
    }

    private static CUevent event() {
        CUevent event = new CUevent();
        check(JCudaDriver.cuEventCreate(event, 0), "making a clock");
        return event;
    }

    private static void record(CUevent event) {
        check(JCudaDriver.cuEventRecord(event, null), "starting and stopping the clock");
    }

    @Override
    public synchronized void close() {
        if (isHeld) {
            enter();
            kernels.close();
            check(JCudaDriver.cuDevicePrimaryCtxRelease(handle), "letting go of the device");
            isHeld = false;
        }
    }
}
