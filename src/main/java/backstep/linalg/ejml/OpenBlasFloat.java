package backstep.linalg.ejml;

import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/** Products of single precision by the OpenBLAS of this machine, as {@link OpenBlas} computes those of double precision. */
final class OpenBlasFloat implements Gemm<FloatOperand> {

    /** Constant, so that the JIT compiler makes a direct call of it, which allocates nothing. */
    private static final @Nullable MethodHandle SGEMM =
            OpenBlas.library().map(OpenBlas.Library::sgemm).orElse(null);

    private final Gemm<FloatOperand> small;
    private final OpenBlas.Library library;

    private OpenBlasFloat(OpenBlas.Library library, Gemm<FloatOperand> small) {
        this.library = library;
        this.small = small;
    }

    /**
     * {@return products by OpenBLAS; in Java alone where it is not installed or switched off}
     *
     * @param small computes the products for which a call does not pay
     */
    static Gemm<FloatOperand> orElse(Gemm<FloatOperand> small) {
        return OpenBlas.library()
                .<Gemm<FloatOperand>>map(found -> new OpenBlasFloat(found, small))
                .orElse(small);
    }

    @Override
    public String description() {
        return library.description();
    }

    @Override
    public void multiply(FloatOperand a, FloatOperand b, FloatOperand c) {
        if (SGEMM == null || !OpenBlas.pays(c.rows, a.columns, c.columns)) {
            small.multiply(a, b, c);
            return;
        }
        try {
            SGEMM.invokeExact(
                    OpenBlas.ROW_MAJOR,
                    OpenBlas.order(a),
                    OpenBlas.order(b),
                    c.rows,
                    c.columns,
                    a.columns,
                    1.0f,
                    a.segment,
                    a.step(),
                    b.segment,
                    b.step(),
                    0.0f,
                    c.segment,
                    c.rowStep);
        } catch (Throwable e) {
            throw library.failure(e);
        }
    }
}
