package backstep.linalg.ejml;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/**
 * Where in an array numbers begin and end best, for a loop over them. The JIT compiler makes of a loop single steps up to the address of a
 * whole vector, one at least, then vectors, then single steps for what is left. So numbers begin where one step is enough, and the loop
 * goes on behind them to the end of a vector: 32 numbers take one step and four vectors, instead of eight steps and three vectors.
 *
 * <p>Java does not tell where an array is in memory, but {@code memmove} of the C library, asked to move nothing, returns the address that
 * it was given. The garbage collector moves arrays, so that it is asked each time. The answer makes no difference to any result.
 */
@SuppressWarnings("restricted")
final class Alignment {

    /** {@code from & MASK} is {@link #from}, of which the JIT compiler knows now that it is not below 0. */
    static final int MASK = 15;

    /** The longest vector is as long as a line of the cache. */
    private static final int VECTOR = 64;

    /** None where functions outside Java may not be called. */
    private static final @Nullable MethodHandle MEMMOVE = memmove();

    private final MemorySegment array;
    private final int bytes;
    private final int lanes;

    /**
     * The best places in an array, and in others that were made together with it.
     *
     * @param bytes how many bytes each of its numbers has
     */
    Alignment(MemorySegment array, int bytes) {
        this.array = array;
        this.bytes = bytes;
        lanes = VECTOR / bytes;
    }

    private static @Nullable MethodHandle memmove() {
        try {
            Linker linker = Linker.nativeLinker();
            return linker.downcallHandle(
                    linker.defaultLookup().findOrThrow("memmove"),
                    FunctionDescriptor.of(JAVA_LONG, ADDRESS, ADDRESS, JAVA_LONG),
                    Linker.Option.critical(true));
        } catch (RuntimeException notThere) {
            return null;
        }
    }

    /** {@return the index right before that of the first whole vector} */
    int from() {
        return lanes - 1 - (int) (address() % VECTOR) / bytes;
    }

    /** {@return where a loop ends that goes over so many numbers, from {@code from} on, to the end of a vector} */
    int to(int from, int length) {
        return from + 1 + (length + lanes - 2 & -lanes);
    }

    private long address() {
        if (MEMMOVE == null) {
            return 0;
        }
        try {
            return (long) MEMMOVE.invokeExact(array, array, 0L);
        } catch (Throwable e) {
            throw new IllegalStateException("memmove failed to move nothing: " + e.getMessage(), e);
        }
    }
}
