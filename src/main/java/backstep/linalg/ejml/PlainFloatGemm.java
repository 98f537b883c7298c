package backstep.linalg.ejml;

/** Products of single precision in Java alone, as {@link PlainGemm} computes those of double precision. */
final class PlainFloatGemm implements Gemm<FloatOperand> {

    private final Idle<FloatPackedProduct> idle = new Idle<>(FloatPackedProduct::new);

    @Override
    public String description() {
        return PlainGemm.DESCRIPTION;
    }

    @Override
    public void multiply(FloatOperand a, FloatOperand b, FloatOperand c) {
        if (PlainGemm.isPacked(c.rows, a.columns, c.columns)) {
            FloatPackedProduct packed = idle.take();
            packed.multiply(a, b, c);
            idle.giveBack(packed);
        } else {
            FloatTiledProduct.multiply(a, b, c);
        }
    }
}
