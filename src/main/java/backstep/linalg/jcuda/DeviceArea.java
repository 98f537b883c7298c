package backstep.linalg.jcuda;

/**
 * Some device memory. It is given back when its engine is closed, or when nobody holds this object any more; so who uses the
 * address holds the object as long.
 *
 * @param address a multiple of 256; 0 where there are no bytes
 */
record DeviceArea(long address, long bytes) {}
