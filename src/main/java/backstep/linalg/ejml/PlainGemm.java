package backstep.linalg.ejml;

import java.util.function.Supplier;

/**
 * Products of double precision in Java alone. Which way a product is computed depends on its shape, and makes no difference to
 * its bits. Several threads may compute at once.
 */
final class PlainGemm implements Gemm<Operand> {

    static final String DESCRIPTION = "plain Java";

    /** From how many products of entries on, and how wide, packing pays. */
    private static final int PACKED_WORK = 2_000;

    private static final int PACKED_WIDTH = 16;
    private static final int PACKED_HEIGHT = 4;

    private static final Supplier<Product<Operand>> WIDE = ClassCopy.of(PackedProduct.class);

    private final PackedProducts<Operand> packed = new PackedProducts<>(PackedProduct::new, WIDE);

    @Override
    public String description() {
        return DESCRIPTION;
    }

    @Override
    public boolean leavesDotProducts() {
        return true;
    }

    @Override
    public void multiply(Operand a, Operand b, Operand c) {
        if (isPacked(c.rows, a.columns, c.columns)) {
            packed.multiply(a, b, c);
        } else {
            TiledProduct.multiply(a, b, c);
        }
    }

    static boolean isPacked(int m, int k, int n) {
        return (long) m * k * n >= PACKED_WORK && Math.max(m, n) >= PACKED_WIDTH && Math.min(m, n) >= PACKED_HEIGHT;
    }
}
