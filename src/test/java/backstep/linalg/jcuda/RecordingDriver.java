package backstep.linalg.jcuda;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * A driver that computes nothing: it counts what is asked of it, knows which memory is allocated, and fails from where it is told
 * to. What is read from it is 0.
 */
final class RecordingDriver implements CudaDriver {

    /** What a driver is asked for. */
    enum Call {
        ALLOCATE,
        FREE,
        CLEAR,
        WRITE,
        READ,
        LOAD,
        LAUNCH
    }

    private static final long ALIGNMENT = 256;

    private final Map<Long, Long> areas = new HashMap<>();
    private final Map<Call, Integer> counts = new EnumMap<>(Call.class);
    private final Map<Call, String> failures = new EnumMap<>(Call.class);
    private final Map<Call, Integer> failingFrom = new EnumMap<>(Call.class);
    private long next = ALIGNMENT;
    private long capacity = Long.MAX_VALUE;

    /** From the n-th call of a kind on, from 1, the driver answers with a status. */
    RecordingDriver failing(Call call, int n, String status) {
        failures.put(call, status);
        failingFrom.put(call, n);
        return this;
    }

    /** Has so many bytes of memory. */
    RecordingDriver withMemory(long bytes) {
        capacity = bytes;
        return this;
    }

    /** {@return how often the driver was asked for this} */
    int count(Call call) {
        return counts.getOrDefault(call, 0);
    }

    void forgetCounts() {
        counts.clear();
    }

    /** {@return how many areas of memory are allocated} */
    int areas() {
        return areas.size();
    }

    /** {@return how many bytes of memory are allocated} */
    long bytes() {
        return areas.values().stream().mapToLong(Long::longValue).sum();
    }

    private void called(Call call) {
        int n = counts.merge(call, 1, Integer::sum);
        if (failures.containsKey(call) && n >= failingFrom.get(call)) {
            throw GpuException.of(failures.get(call), "doing " + call);
        }
    }

    @Override
    public Device device() {
        return new Device("recorded", capacity, "12.4", "8.6", 1, 1e9, 0);
    }

    @Override
    public long freeMemory() {
        return capacity - bytes();
    }

    @Override
    public long allocate(long size) {
        called(Call.ALLOCATE);
        if (size > freeMemory()) {
            throw GpuException.of(GpuException.OUT_OF_MEMORY, "allocating " + size + " bytes");
        }
        long address = next;
        next += (size / ALIGNMENT + 1) * ALIGNMENT;
        areas.put(address, size);
        return address;
    }

    @Override
    public void free(long address) {
        called(Call.FREE);
        if (areas.remove(address) == null) {
            throw new AssertionError("memory that is not allocated is given back: " + address);
        }
    }

    @Override
    public void clear(long address, long bytes) {
        called(Call.CLEAR);
    }

    @Override
    public void write(double[] from, int first, int count, long to) {
        called(Call.WRITE);
    }

    @Override
    public void write(float[] from, int first, int count, long to) {
        called(Call.WRITE);
    }

    @Override
    public void write(int[] from, int first, int count, long to) {
        called(Call.WRITE);
    }

    @Override
    public void read(long from, double[] to) {
        called(Call.READ);
    }

    @Override
    public void read(long from, float[] to) {
        called(Call.READ);
    }

    @Override
    public void load(String ptx) {
        called(Call.LOAD);
    }

    @Override
    public void launch(String kernel, Geometry geometry, Arguments arguments) {
        called(Call.LAUNCH);
    }

    @Override
    public void synchronise() {}

    @Override
    public double milliseconds(Runnable launches) {
        launches.run();
        return 0;
    }

    @Override
    public void close() {}
}
