package backstep.benchmark.gpu;

import backstep.linalg.Precision;

/**
 * The product of two n × n matrices: 2n³ operations, and at least 3n² numbers to and from memory.
 *
 * @param n rows and columns
 */
record Product(int n, Precision precision) {

    double operations() {
        return 2.0 * n * n * n;
    }

    /** {@return how many bytes the three matrices have} */
    double bytes() {
        return 3.0 * n * n * (precision == Precision.FLOAT32 ? Float.BYTES : Double.BYTES);
    }

    /** {@return the share of what the roofline allows, where it takes so many seconds} */
    double share(Ceilings ceilings, double seconds) {
        return operations() / seconds / ceilings.roofline(precision, operations() / bytes());
    }
}
