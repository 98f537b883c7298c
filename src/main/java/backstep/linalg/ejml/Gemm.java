package backstep.linalg.ejml;

/** General matrix multiplication of operands O, whatever their shapes. */
interface Gemm<O extends Layout> extends Product<O> {

    /** {@return what computes, for a reader, such as "plain Java"} */
    String description();
}
