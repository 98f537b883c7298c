package backstep.linalg;

/**
 * A matrix in the memory of an engine, whose entries change as the engine computes. Only the engine that allocated it can use
 * it; {@link MatrixEngine#read} copies it out.
 */
public interface Buffer {

    /** {@return how many rows it has} */
    int rows();

    /** {@return how many columns it has} */
    int columns();

    /** {@return the shape for a message, such as 3×4} */
    default String shape() {
        return rows() + "×" + columns();
    }
}
