package backstep.linalg.jcuda;

import backstep.linalg.Buffer;

/**
 * A matrix in the memory of a device, row by row.
 *
 * @param account of the engine that it belongs to
 */
record JcudaBuffer(int rows, int columns, int entryBytes, DeviceArea area, DeviceMemory.Account account)
        implements Buffer {

    /** {@return how many entries it has} */
    int size() {
        return rows * columns;
    }

    /** {@return where its first entry is} */
    long address() {
        return area.address();
    }

    /** {@return the matrix in a product} */
    DeviceMatrix matrix() {
        return new DeviceMatrix(address(), rows, columns, columns, false);
    }

    /** {@return its columns from 1 on in a product} */
    DeviceMatrix behindBias() {
        long behind = size() == 0 ? 0 : address() + entryBytes;
        return new DeviceMatrix(behind, rows, Math.max(0, columns - 1), columns, false);
    }
}
