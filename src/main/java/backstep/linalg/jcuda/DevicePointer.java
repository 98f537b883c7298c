package backstep.linalg.jcuda;

import jcuda.driver.CUdeviceptr;

/** A device address as JCuda wants it. */
final class DevicePointer extends CUdeviceptr {

    /** Nowhere, until the driver says where. */
    DevicePointer() {}

    /** A given address. */
    DevicePointer(long address) {
        super(new CUdeviceptr(), address);
    }

    long address() {
        return getNativePointer() + getByteOffset();
    }
}
