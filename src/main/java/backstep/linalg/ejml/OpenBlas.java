package backstep.linalg.ejml;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Products of double precision by the OpenBLAS that is installed on this machine, on one thread. Its bits are its own: they
 * differ from those of Java, and between processors, but not from one call to the next.
 */
@SuppressWarnings("restricted")
final class OpenBlas implements Gemm<Operand> {

    /** Where it may be found; the second names of Linux are those of whichever BLAS was chosen, which may be OpenBLAS. */
    private static final List<String> LIBRARIES = List.of(
            "libopenblas.so.0",
            "libopenblas.so",
            "libblas.so.3",
            "/opt/homebrew/opt/openblas/lib/libopenblas.dylib",
            "/usr/local/opt/openblas/lib/libopenblas.dylib",
            "libopenblas.dll");

    /** The variable of the environment that says whether OpenBLAS may be used: {@code off}, or not set. */
    private static final String SWITCH = "BACKSTEP_BLAS";

    static final int ROW_MAJOR = 101;
    private static final int AS_IT_IS = 111;
    private static final int TRANSPOSED = 112;

    /** Below so many products of entries a call costs more than it saves. */
    private static final long LEAST_WORK = 200;

    /** None where it is not installed. */
    private static final Optional<Library> LIBRARY =
            LIBRARIES.stream().flatMap(name -> load(name).stream()).findFirst();

    /** Constant, so that the JIT compiler makes a direct call of it, which allocates nothing. */
    private static final @Nullable MethodHandle DGEMM =
            LIBRARY.map(Library::dgemm).orElse(null);

    private final Gemm<Operand> small;
    private final Library library;

    private OpenBlas(Library library, Gemm<Operand> small) {
        this.library = library;
        this.small = small;
    }

    /**
     * {@return products by OpenBLAS; in Java alone where it is not installed or switched off}
     *
     * @param small computes the products for which a call does not pay
     */
    static Gemm<Operand> orElse(Gemm<Operand> small) {
        return library().<Gemm<Operand>>map(found -> new OpenBlas(found, small)).orElse(small);
    }

    /** {@return the OpenBLAS of this machine; none where it is not installed or switched off} */
    static Optional<Library> library() {
        return "off".equals(System.getenv(SWITCH)) ? Optional.empty() : LIBRARY;
    }

    /** {@return the library of that name or path; none where it cannot be loaded or is another one} */
    static Optional<Library> load(String name) {
        try {
            SymbolLookup symbols = SymbolLookup.libraryLookup(name, Arena.global());
            MethodHandle setThreads = handle(symbols, "openblas_set_num_threads", FunctionDescriptor.ofVoid(JAVA_INT));
            setThreads.invokeExact(1);
            return Optional.of(new Library(
                    gemm(symbols, "cblas_dgemm", JAVA_DOUBLE),
                    gemm(symbols, "cblas_sgemm", JAVA_FLOAT),
                    description(symbols)));
        } catch (Throwable notThere) {
            return Optional.empty();
        }
    }

    /** Products of either precision, and what computes them. */
    record Library(MethodHandle dgemm, MethodHandle sgemm, String description) {

        /** {@return what is thrown where a product failed} */
        IllegalStateException failure(Throwable cause) {
            return new IllegalStateException(description + " failed on a product: " + cause.getMessage(), cause);
        }
    }

    private static MethodHandle gemm(SymbolLookup symbols, String name, ValueLayout number) {
        return handle(
                symbols,
                name,
                FunctionDescriptor.ofVoid(
                        JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, number, ADDRESS, JAVA_INT, ADDRESS,
                        JAVA_INT, number, ADDRESS, JAVA_INT),
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

    /** {@return whether a call pays for a product} */
    static boolean pays(int m, int k, int n) {
        return (long) m * k * n >= LEAST_WORK;
    }

    /** {@return how the library names the order in which an operand lies} */
    static int order(Layout operand) {
        return operand.isByRows() ? AS_IT_IS : TRANSPOSED;
    }

    @Override
    public String description() {
        return library.description();
    }

    @Override
    public void multiply(Operand a, Operand b, Operand c) {
        if (DGEMM == null || !pays(c.rows, a.columns, c.columns)) {
            small.multiply(a, b, c);
            return;
        }
        try {
            DGEMM.invokeExact(
                    ROW_MAJOR, order(a), order(b), c.rows, c.columns, a.columns, 1.0, a.segment, a.step(), b.segment,
                    b.step(), 0.0, c.segment, c.rowStep);
        } catch (Throwable e) {
            throw library.failure(e);
        }
    }
}
