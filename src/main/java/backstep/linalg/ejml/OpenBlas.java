package backstep.linalg.ejml;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Products by the OpenBLAS that is installed on this machine, on one thread. Its bits are its own: they differ from those of
 * Java, and between processors, but not from one call to the next.
 */
@SuppressWarnings("restricted")
final class OpenBlas implements Gemm {

    /** Where it may be found; the second names of Linux are those of whichever BLAS was chosen, which may be OpenBLAS. */
    private static final List<String> LIBRARIES = List.of(
            "libopenblas.so.0",
            "libopenblas.so",
            "libblas.so.3",
            "/opt/homebrew/opt/openblas/lib/libopenblas.dylib",
            "/usr/local/opt/openblas/lib/libopenblas.dylib",
            "libopenblas.dll");

    private static final int ROW_MAJOR = 101;
    private static final int AS_IT_IS = 111;
    private static final int TRANSPOSED = 112;

    /** Below so many products of entries a call costs more than it saves. */
    private static final long LEAST_WORK = 200;

    /** Constant, so that the JIT compiler makes a direct call of it, which allocates nothing. */
    private static final @Nullable MethodHandle DGEMM;

    private static final String DESCRIPTION;

    static {
        Optional<Library> found =
                LIBRARIES.stream().flatMap(name -> load(name).stream()).findFirst();
        DGEMM = found.map(Library::dgemm).orElse(null);
        DESCRIPTION = found.map(Library::description).orElse("");
    }

    private final Gemm small;

    private OpenBlas(Gemm small) {
        this.small = small;
    }

    /**
     * {@return products by OpenBLAS; none where it is not installed}
     *
     * @param small computes the products for which a call does not pay
     */
    static Optional<Gemm> find(Gemm small) {
        return DGEMM == null ? Optional.empty() : Optional.of(new OpenBlas(small));
    }

    /** {@return the library of that name or path; none where it cannot be loaded or is another one} */
    static Optional<Library> load(String name) {
        try {
            SymbolLookup symbols = SymbolLookup.libraryLookup(name, Arena.global());
            MethodHandle setThreads = handle(symbols, "openblas_set_num_threads", FunctionDescriptor.ofVoid(JAVA_INT));
            setThreads.invokeExact(1);
            return Optional.of(new Library(dgemm(symbols), description(symbols)));
        } catch (Throwable notThere) {
            return Optional.empty();
        }
    }

    record Library(MethodHandle dgemm, String description) {}

    private static MethodHandle dgemm(SymbolLookup symbols) {
        return handle(
                symbols,
                "cblas_dgemm",
                FunctionDescriptor.ofVoid(
                        JAVA_INT,
                        JAVA_INT,
                        JAVA_INT,
                        JAVA_INT,
                        JAVA_INT,
                        JAVA_INT,
                        JAVA_DOUBLE,
                        ADDRESS,
                        JAVA_INT,
                        ADDRESS,
                        JAVA_INT,
                        JAVA_DOUBLE,
                        ADDRESS,
                        JAVA_INT),
                Linker.Option.critical(true));
    }

    private static MethodHandle handle(
            SymbolLookup symbols, String name, FunctionDescriptor descriptor, Linker.Option... options) {
        return Linker.nativeLinker().downcallHandle(symbols.findOrThrow(name), descriptor, options);
    }

    /** {@return such as OpenBLAS 0.3.21 (SkylakeX): version, and the processor whose code it chose} */
    private static String description(SymbolLookup symbols) throws Throwable {
        String[] words = text(symbols, "openblas_get_config").split(" ");
        return words[0] + " " + words[1] + " (" + text(symbols, "openblas_get_corename") + ")";
    }

    private static String text(SymbolLookup symbols, String function) throws Throwable {
        MemorySegment text = (MemorySegment)
                handle(symbols, function, FunctionDescriptor.of(ADDRESS)).invokeExact();
        return text.reinterpret(1_000).getString(0);
    }

    @Override
    public String description() {
        return DESCRIPTION;
    }

    @Override
    public void multiply(Operand a, Operand b, Operand c) {
        if (DGEMM == null || (long) c.rows * a.columns * c.columns < LEAST_WORK) {
            small.multiply(a, b, c);
            return;
        }
        try {
            DGEMM.invokeExact(
                    ROW_MAJOR, order(a), order(b), c.rows, c.columns, a.columns, 1.0, a.segment, step(a), b.segment,
                    step(b), 0.0, c.segment, c.rowStep);
        } catch (Throwable e) {
            throw new IllegalStateException(DESCRIPTION + " failed on a product: " + e.getMessage(), e);
        }
    }

    private static int order(Operand operand) {
        return operand.isByRows() ? AS_IT_IS : TRANSPOSED;
    }

    private static int step(Operand operand) {
        return operand.isByRows() ? operand.rowStep : operand.columnStep;
    }
}
