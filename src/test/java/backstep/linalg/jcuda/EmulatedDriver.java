package backstep.linalg.jcuda;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.MemorySegment;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A driver without a device: the kernels run on the CPU. It knows the kernels of the PTX texts that were loaded, as a real one
 * does, and is stricter than a real one: addresses and arguments are checked before a launch, and what lies around them after it.
 */
final class EmulatedDriver implements CudaDriver {

    private static final Pattern ENTRY = Pattern.compile("\\.visible \\.entry (\\w+)\\(");
    private static final long MEMORY = 1L << 30;

    private final Emulator emulator = Emulator.get();
    private final EmulatedMemory memory;
    private final Set<String> kernels = new HashSet<>();
    private int launches;

    EmulatedDriver() {
        this(MEMORY);
    }

    EmulatedDriver(long bytes) {
        memory = new EmulatedMemory(bytes);
    }

    /** {@return how many kernels were launched} */
    int launches() {
        return launches;
    }

    /** {@return how many areas of memory are allocated} */
    int areas() {
        return memory.areas();
    }

    @Override
    public Device device() {
        return new Device("emulated", memory.free(), "12.6", "8.6", 1, 1e9, 0);
    }

    @Override
    public long freeMemory() {
        return memory.free();
    }

    @Override
    public long allocate(long bytes) {
        return memory.allocate(bytes);
    }

    @Override
    public void free(long address) {
        memory.free(address);
    }

    @Override
    public void clear(long address, long bytes) {
        memory.at(address, bytes).fill((byte) 0);
    }

    @Override
    public void write(double[] from, int first, int count, long to) {
        MemorySegment area = memory.at(to, count * JAVA_DOUBLE.byteSize());
        MemorySegment.copy(from, first, area, JAVA_DOUBLE, 0, count);
    }

    @Override
    public void write(float[] from, int first, int count, long to) {
        MemorySegment area = memory.at(to, count * JAVA_FLOAT.byteSize());
        MemorySegment.copy(from, first, area, JAVA_FLOAT, 0, count);
    }

    @Override
    public void write(int[] from, int first, int count, long to) {
        MemorySegment area = memory.at(to, count * JAVA_INT.byteSize());
        MemorySegment.copy(from, first, area, JAVA_INT, 0, count);
    }

    @Override
    public void read(long from, double[] to) {
        MemorySegment area = memory.at(from, to.length * JAVA_DOUBLE.byteSize());
        MemorySegment.copy(area, JAVA_DOUBLE, 0, to, 0, to.length);
    }

    @Override
    public void read(long from, float[] to) {
        MemorySegment area = memory.at(from, to.length * JAVA_FLOAT.byteSize());
        MemorySegment.copy(area, JAVA_FLOAT, 0, to, 0, to.length);
    }

    @Override
    public synchronized void load(String ptx) {
        ENTRY.matcher(ptx).results().forEach(entry -> kernels.add(entry.group(1)));
    }

    @Override
    public synchronized void launch(String kernel, Geometry geometry, Arguments arguments) {
        if (!kernels.contains(kernel)) {
            throw new IllegalArgumentException("kernel: no text that was loaded has " + kernel);
        }
        String parameters = emulator.parameters(kernel).orElseThrow();
        requireParameters(kernel, parameters, arguments);
        long[] words = words(parameters, arguments);
        String wrong = emulator.launch(kernel, geometry, words);
        if (!wrong.isEmpty()) {
            throw GpuException.of("CUDA_ERROR_INVALID_VALUE", "launching " + kernel + ", " + wrong);
        }
        launches++;
        for (int i = 0; i < words.length; i++) {
            if (parameters.charAt(i) == 'p' && words[i] != 0) {
                memory.requireIntact(words[i]);
            }
        }
    }

    private static void requireParameters(String kernel, String parameters, Arguments arguments) {
        if (parameters.length() != arguments.count()) {
            throw new IllegalArgumentException(
                    kernel + ": has " + parameters.length() + " parameters, was given " + arguments.count());
        }
    }

    private long[] words(String parameters, Arguments arguments) {
        long[] words = new long[parameters.length()];
        for (int i = 0; i < words.length; i++) {
            words[i] = switch (parameters.charAt(i)) {
                case 'p' -> arguments.address(i);
                case 'i' -> arguments.integer(i);
                default -> Double.doubleToRawLongBits(arguments.number(i));
            };
            if (parameters.charAt(i) == 'p' && words[i] != 0) {
                memory.requireReachable(words[i]);
            }
        }
        return words;
    }

    @Override
    public void synchronise() {}

    @Override
    public double milliseconds(Runnable launches) {
        long start = System.nanoTime();
        launches.run();
        return (System.nanoTime() - start) / 1e6;
    }

    @Override
    public void close() {}
}
