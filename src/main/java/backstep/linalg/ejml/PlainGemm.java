package backstep.linalg.ejml;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Products in Java alone. Which way a product is computed depends on its shape, and makes no difference to its bits. Several
 * threads may compute at once.
 */
final class PlainGemm implements Gemm {

    /** From how many products of entries on, and how wide, packing pays. */
    private static final int PACKED_WORK = 2_000;

    private static final int PACKED_WIDTH = 16;
    private static final int PACKED_HEIGHT = 4;

    /** Room to pack in that no thread uses at the moment. */
    private final AtomicReferenceArray<PackedProduct> idle =
            new AtomicReferenceArray<>(Runtime.getRuntime().availableProcessors());

    @Override
    public String description() {
        return "plain Java";
    }

    @Override
    public void multiply(Operand a, Operand b, Operand c) {
        if (isPacked(c.rows, a.columns, c.columns)) {
            PackedProduct packed = take();
            packed.multiply(a, b, c);
            giveBack(packed);
        } else {
            TiledProduct.multiply(a, b, c);
        }
    }

    private static boolean isPacked(int m, int k, int n) {
        return (long) m * k * n >= PACKED_WORK && Math.max(m, n) >= PACKED_WIDTH && Math.min(m, n) >= PACKED_HEIGHT;
    }

    private PackedProduct take() {
        for (int i = 0; i < idle.length(); i++) {
            PackedProduct packed = idle.getAndSet(i, null);
            if (packed != null) {
                return packed;
            }
        }
        return new PackedProduct();
    }

    private void giveBack(PackedProduct packed) {
        for (int i = 0; i < idle.length(); i++) {
            if (idle.compareAndSet(i, null, packed)) {
                return;
            }
        }
    }
}
