package backstep.linalg.jcuda;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.util.Optional;

/**
 * Asks NVIDIA's driver by Java's own means whether there is a device, before anything of JCuda's is touched: most machines have
 * none, and are told so in milliseconds.
 */
@SuppressWarnings("restricted")
final class DriverProbe {

    private static final int SUCCESS = 0;
    private static final int NO_DEVICE = 100;

    private static final String NO_CARD = "no NVIDIA graphics card on this machine that its driver knows";

    private DriverProbe() {}

    /** {@return why no device can be used; nothing where one can} */
    static Optional<String> whyNot() {
        return whyNot(System.getProperty("os.name").startsWith("Windows") ? "nvcuda.dll" : "libcuda.so.1");
    }

    /** {@return the same of the driver in a library of that name or path} */
    static Optional<String> whyNot(String library) {
        try (Arena arena = Arena.ofConfined()) {
            // Never unloaded: NVIDIA's driver has threads of its own.
            SymbolLookup driver = SymbolLookup.libraryLookup(library, Arena.global());
            int status = call(driver, "cuInit", FunctionDescriptor.of(JAVA_INT, JAVA_INT), 0);
            if (status == NO_DEVICE) {
                return Optional.of(NO_CARD);
            }
            if (status != SUCCESS) {
                return Optional.of("NVIDIA's driver does not start, with status " + status
                        + " of CUDA; see whether nvidia-smi can reach it");
            }
            MemorySegment count = arena.allocate(JAVA_INT);
            status = call(driver, "cuDeviceGetCount", FunctionDescriptor.of(JAVA_INT, ADDRESS), count);
            return status == SUCCESS && count.get(JAVA_INT, 0) > 0 ? Optional.empty() : Optional.of(NO_CARD);
        } catch (IllegalArgumentException notThere) {
            return Optional.of("no NVIDIA driver on this machine");
        } catch (Throwable e) {
            return Optional.of("NVIDIA's driver cannot be called: " + e.getMessage());
        }
    }

    private static int call(SymbolLookup driver, String function, FunctionDescriptor descriptor, Object argument)
            throws Throwable {
        return (int) Linker.nativeLinker()
                .downcallHandle(driver.findOrThrow(function), descriptor)
                .invoke(argument);
    }
}
