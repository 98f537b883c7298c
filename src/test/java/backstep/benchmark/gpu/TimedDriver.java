package backstep.benchmark.gpu;

import backstep.linalg.jcuda.Arguments;
import backstep.linalg.jcuda.CudaDriver;
import backstep.linalg.jcuda.Device;
import backstep.linalg.jcuda.Geometry;
import java.util.HashMap;
import java.util.Map;

/** A driver whose device takes the same time for every launch, and does nothing else. */
final class TimedDriver implements CudaDriver {

    /** Seconds that a launch takes. */
    static final double LAUNCH = 1e-3;

    private final long memory;
    private final int multiprocessors;
    private final Map<Long, Long> areas = new HashMap<>();
    private long launches;

    TimedDriver(long memory, int multiprocessors) {
        this.memory = memory;
        this.multiprocessors = multiprocessors;
    }

    /** {@return whether all memory was given back} */
    boolean isEmpty() {
        return areas.isEmpty();
    }

    @Override
    public Device device() {
        return new Device("timed", memory, "12.6", "8.6", multiprocessors, 1e9, 0);
    }

    @Override
    public long freeMemory() {
        return memory - areas.values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public long allocate(long bytes) {
        long address = 256L * (1 + areas.size());
        areas.put(address, bytes);
        return address;
    }

    @Override
    public void free(long address) {
        areas.remove(address);
    }

    @Override
    public void launch(String kernel, Geometry geometry, Arguments arguments) {
        launches++;
    }

    @Override
    public double milliseconds(Runnable work) {
        long before = launches;
        work.run();
        return 1e3 * LAUNCH * (launches - before);
    }

    @Override
    public void clear(long address, long bytes) {}

    @Override
    public void write(double[] from, int first, int count, long to) {}

    @Override
    public void write(float[] from, int first, int count, long to) {}

    @Override
    public void write(int[] from, int first, int count, long to) {}

    @Override
    public void read(long from, double[] to) {}

    @Override
    public void read(long from, float[] to) {}

    @Override
    public void load(String ptx) {}

    @Override
    public void synchronise() {}

    @Override
    public void close() {}
}
