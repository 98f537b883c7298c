package backstep.linalg.jcuda;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Map;
import java.util.TreeMap;

/**
 * Memory of a device that is none: native memory whose bounds are known. What is new holds numbers that are none, and around it
 * lie guards, so that reading what was not written and writing past the end both show.
 */
final class EmulatedMemory {

    private static final long ALIGNMENT = 256;
    private static final long GUARD = 256;
    private static final byte UNWRITTEN = (byte) 0xff;
    private static final byte GUARDED = 0x5a;

    private final long capacity;
    private final TreeMap<Long, MemorySegment> areas = new TreeMap<>();
    private long used;

    EmulatedMemory(long capacity) {
        this.capacity = capacity;
    }

    synchronized long free() {
        return capacity - used;
    }

    synchronized int areas() {
        return areas.size();
    }

    synchronized long allocate(long bytes) {
        if (bytes <= 0) {
            throw GpuException.of("CUDA_ERROR_INVALID_VALUE", "allocating " + bytes + " bytes");
        }
        if (bytes > free()) {
            throw GpuException.of(GpuException.OUT_OF_MEMORY, "allocating " + bytes + " bytes");
        }
        MemorySegment whole = Arena.ofAuto().allocate(bytes + 2 * GUARD, ALIGNMENT);
        whole.fill(GUARDED);
        MemorySegment area = whole.asSlice(GUARD, bytes);
        area.fill(UNWRITTEN);
        areas.put(area.address(), whole);
        used += bytes;
        return area.address();
    }

    synchronized void free(long address) {
        MemorySegment whole = areas.remove(address);
        if (whole == null) {
            throw GpuException.of("CUDA_ERROR_INVALID_VALUE", "freeing what is not allocated");
        }
        used -= whole.byteSize() - 2 * GUARD;
    }

    /** {@return so many bytes from an address on, which must lie in one area} */
    synchronized MemorySegment at(long address, long bytes) {
        MemorySegment whole = whole(address);
        long from = address - whole.address();
        if (from + bytes > whole.byteSize() - GUARD) {
            throw GpuException.of("CUDA_ERROR_ILLEGAL_ADDRESS", "reaching past the end of an area");
        }
        return whole.asSlice(from, bytes);
    }

    /** An address must lie in an area, or be one past its end, since nothing need be read there. */
    synchronized void requireReachable(long address) {
        whole(address);
    }

    private MemorySegment whole(long address) {
        Map.Entry<Long, MemorySegment> area = areas.floorEntry(address);
        if (area == null || address > area.getKey() + area.getValue().byteSize() - 2 * GUARD) {
            throw GpuException.of("CUDA_ERROR_ILLEGAL_ADDRESS", "using an address that is not allocated");
        }
        return area.getValue();
    }

    /** @throws AssertionError where something was written around the area of the address */
    synchronized void requireIntact(long address) {
        MemorySegment whole = whole(address);
        for (long at = 0; at < GUARD; at++) {
            if (whole.get(JAVA_BYTE, at) != GUARDED || whole.get(JAVA_BYTE, whole.byteSize() - 1 - at) != GUARDED) {
                throw new AssertionError(
                        "a kernel wrote outside an area of " + (whole.byteSize() - 2 * GUARD) + " bytes");
            }
        }
    }
}
