package backstep.linalg.jcuda;

/**
 * A matrix as a product sees it: rows lie {@code step} entries apart from the address on, and those of a transpose are columns of
 * what lies there.
 *
 * @param rows of the matrix, so columns of what lies there where it is transposed
 */
record DeviceMatrix(long address, int rows, int columns, int step, boolean transposed) {

    /** {@return the transpose, of the same entries} */
    DeviceMatrix transpose() {
        return new DeviceMatrix(address, columns, rows, step, !transposed);
    }
}
