package backstep.linalg;

/** An engine whose convolutions are products with patches, so that they are as fast as its products are. */
public interface PatchingEngine extends MatrixEngine {

    /**
     * {@return what is moved between a convolution and matrices for some of its examples}
     *
     * @param patches of the examples taken [(seen + 1) × (examples taken · places)]
     * @param c channels of theirs, a row each [F × (examples taken · places)]
     */
    Patching patching(ConvolutionOperands operands, Buffer patches, Buffer c);

    @Override
    default Convolution convolution(ConvolutionOperands operands) {
        return new PatchedConvolution(this, operands);
    }
}
