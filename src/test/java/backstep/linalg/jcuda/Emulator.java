package backstep.linalg.jcuda;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** The kernels compiled for the CPU, from the sources that are compiled for a GPU; see src/test/cuda. */
@SuppressWarnings("restricted")
final class Emulator {

    private static final Path TESTS = Path.of("src/test/cuda");
    private static final AddressLayout TEXT =
            ADDRESS.withTargetLayout(MemoryLayout.sequenceLayout(Long.MAX_VALUE, JAVA_BYTE));

    private static final Object LOCK = new Object();
    private static Optional<Emulator> only = Optional.empty();

    private final MethodHandle launch;
    private final MethodHandle parameters;

    private Emulator(Path library) {
        SymbolLookup symbols = SymbolLookup.libraryLookup(library, Arena.global());
        launch = Linker.nativeLinker()
                .downcallHandle(
                        symbols.findOrThrow("launch"),
                        FunctionDescriptor.of(
                                TEXT, ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS));
        parameters = Linker.nativeLinker()
                .downcallHandle(symbols.findOrThrow("parameters"), FunctionDescriptor.of(TEXT, ADDRESS));
    }

    /** {@return the emulator, compiled where it is not yet; the test is skipped where there is no compiler} */
    static Emulator get() {
        synchronized (LOCK) {
            if (only.isEmpty()) {
                only = Optional.of(new Emulator(compiled()));
            }
            return only.get();
        }
    }

    private static Path compiled() {
        Path library = Path.of("target", "emulator-" + Sources.hash(Sources.MAIN, TESTS) + ".so")
                .toAbsolutePath();
        if (!Files.exists(library)) {
            Assumptions.assumeTrue(
                    System.getProperty("os.name").equals("Linux"), "the kernels are emulated on Linux alone");
            Assumptions.assumeTrue(Tool.isInstalled("g++"), "g++ is not installed, so the kernels cannot be emulated");
            compileOnce(library);
        }
        return library;
    }

    /** Another virtual machine may compile it too: the first does, and the others wait. */
    private static void compileOnce(Path library) {
        Path lock = library.resolveSibling("emulator.lock");
        try (FileChannel channel = FileChannel.open(lock, CREATE, WRITE);
                FileLock _ = channel.lock()) {
            if (!Files.exists(library)) {
                compile(library);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In another place first, so that a compilation that was broken off leaves nothing that looks whole. */
    private static void compile(Path library) throws IOException {
        Path unfinished = library.resolveSibling(library.getFileName() + ".part");
        List<String> command = new ArrayList<>(List.of("g++", "-std=c++17", "-O1", "-fPIC", "-shared"));
        // The threads of a block change their stacks, which hardened jumps refuse.
        command.addAll(List.of("-U_FORTIFY_SOURCE", "-include", TESTS + "/emulator.h", "-I" + Sources.MAIN));
        command.addAll(List.of("-o", unfinished.toString(), "-x", "c++"));
        command.addAll(List.of(Sources.MAIN + "/float32.cu", Sources.MAIN + "/float64.cu", TESTS + "/emulator.cpp"));
        Tool.run(command);
        Files.move(unfinished, library);
    }

    /** {@return a letter for each parameter of a kernel: p an address, i an integer, d a number; nothing where there is no such kernel} */
    Optional<String> parameters(String kernel) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment letters = (MemorySegment) parameters.invokeExact(arena.allocateFrom(kernel));
            return letters.address() == 0 ? Optional.empty() : Optional.of(letters.getString(0));
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    /**
     * Runs a kernel that there is.
     *
     * @param words the arguments, each in the lower bytes of a word
     * @return what is wrong with the launch, or an empty text
     */
    String launch(String kernel, Geometry geometry, long... words) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment values = arena.allocateFrom(JAVA_LONG, words);
            MemorySegment pointers = arena.allocate(ADDRESS, Math.max(1, words.length));
            for (int i = 0; i < words.length; i++) {
                pointers.setAtIndex(ADDRESS, i, values.asSlice(i * JAVA_LONG.byteSize()));
            }
            MemorySegment wrong = (MemorySegment) launch.invokeExact(
                    arena.allocateFrom(kernel),
                    geometry.gridX(),
                    geometry.gridY(),
                    geometry.gridZ(),
                    geometry.blockX(),
                    geometry.blockY(),
                    pointers);
            return wrong.getString(0);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }
}
