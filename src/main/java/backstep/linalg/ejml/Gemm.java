package backstep.linalg.ejml;

/** General matrix multiplication of operands O, whatever their shapes. */
interface Gemm<O extends Layout> extends Product<O> {

    /** {@return what computes, for a reader, such as "plain Java"} */
    String description();

    /** {@return whether a few dot products of long rows are better left to {@link DotProducts}} */
    default boolean leavesDotProducts() {
        return false;
    }
}
