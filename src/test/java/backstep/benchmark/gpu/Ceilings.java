package backstep.benchmark.gpu;

import backstep.linalg.Precision;
import backstep.linalg.jcuda.Arguments;
import backstep.linalg.jcuda.CudaDriver;
import backstep.linalg.jcuda.Geometry;

/**
 * What a device does at most, measured: the roofline of Williams, Waterman and Patterson (2009).
 *
 * @param bandwidth bytes that go to or from its memory a second, in a copy
 * @param float32 operations a second in a loop of fused multiply-adds, which are two each
 * @param float64 the same in double precision
 */
record Ceilings(double bandwidth, double float32, double float64) {

    private static final int MEGABYTE = 1 << 20;
    private static final int THREADS = 256;
    private static final int BLOCKS_A_MULTIPROCESSOR = 8;
    private static final int ROUNDS = 256;
    private static final int COPIED_AT_ONCE = 16;

    /** {@return those of a device} */
    static Ceilings of(CudaDriver driver) {
        Stopwatch watch = new Stopwatch(Clock.of(driver), 0.2, 0.5);
        driver.load(CeilingKernels.ptx());
        return new Ceilings(
                bandwidth(driver, watch), operations(driver, watch, "f32"), operations(driver, watch, "f64"));
    }

    /** By a copy far larger than any cache, or smaller where there is no room. */
    private static double bandwidth(CudaDriver driver, Stopwatch watch) {
        int bytes = (int) Math.min(1024L * MEGABYTE, driver.freeMemory() / 4 / MEGABYTE * MEGABYTE);
        long from = driver.allocate(bytes);
        long to = driver.allocate(bytes);
        driver.clear(from, bytes);
        int count = bytes / COPIED_AT_ONCE;
        double seconds = watch.seconds(() -> driver.launch(
                CeilingKernels.COPY,
                Geometry.entries(count),
                new Arguments().address(from).address(to).integers(count)));
        driver.free(from);
        driver.free(to);
        return 2.0 * bytes / seconds;
    }

    private static double operations(CudaDriver driver, Stopwatch watch, String type) {
        int blocks = BLOCKS_A_MULTIPROCESSOR * driver.device().multiprocessors();
        long to = driver.allocate(Double.BYTES);
        double seconds = watch.seconds(() -> driver.launch(
                CeilingKernels.fma(type),
                new Geometry(blocks, 1, 1, THREADS, 1),
                new Arguments().address(to).integers(ROUNDS)));
        driver.free(to);
        return 2.0 * blocks * THREADS * ROUNDS * CeilingKernels.A_ROUND / seconds;
    }

    /** {@return operations a second at most in a precision} */
    double operations(Precision precision) {
        return switch (precision) {
            case FLOAT32 -> float32;
            case FLOAT64 -> float64;
        };
    }

    /**
     * {@return how many operations a second work can reach: min(operations, intensity · bandwidth)}
     *
     * @param intensity operations for each byte that must go to or from memory
     */
    double roofline(Precision precision, double intensity) {
        return Math.min(operations(precision), intensity * bandwidth);
    }
}
