package backstep.linalg.ejml;

/** Multiplies operands O. The same operands give the same bits every time. */
interface Product<O extends Layout> {

    /** c = a b, with a [m × k], b [k × n], c [m × n]; c shares no entries with a or b. */
    void multiply(O a, O b, O c);
}
