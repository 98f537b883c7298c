package backstep.linalg.ejml;

import java.util.function.Supplier;

/** Products of single precision in Java alone, as {@link PlainGemm} computes those of double precision. */
final class PlainFloatGemm implements Gemm<FloatOperand> {

    private static final Supplier<Product<FloatOperand>> WIDE = ClassCopy.of(FloatPackedProduct.class);

    private final PackedProducts<FloatOperand> packed = new PackedProducts<>(FloatPackedProduct::new, WIDE);

    @Override
    public String description() {
        return PlainGemm.DESCRIPTION;
    }

    @Override
    public void multiply(FloatOperand a, FloatOperand b, FloatOperand c) {
        if (PlainGemm.isPacked(c.rows, a.columns, c.columns)) {
            packed.multiply(a, b, c);
        } else {
            FloatTiledProduct.multiply(a, b, c);
        }
    }
}
