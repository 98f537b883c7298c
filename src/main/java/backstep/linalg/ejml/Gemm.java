package backstep.linalg.ejml;

/** General matrix multiplication of operands O. The same operands give the same bits every time. */
interface Gemm<O extends Layout> {

    /** c = a b, with a [m × k], b [k × n], c [m × n]; c shares no entries with a or b. */
    void multiply(O a, O b, O c);

    /** {@return what computes, for a reader, such as "plain Java"} */
    String description();
}
