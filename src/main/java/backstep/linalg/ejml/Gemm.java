package backstep.linalg.ejml;

/** General matrix multiplication. The same operands give the same bits every time. */
interface Gemm {

    /** c = a b, with a [m × k], b [k × n], c [m × n]; c shares no entries with a or b. */
    void multiply(Operand a, Operand b, Operand c);

    /** {@return what computes, for a reader, such as "plain Java"} */
    String description();
}
