package backstep.linalg.jcuda;

/**
 * A device as its driver describes it.
 *
 * @param name such as NVIDIA GeForce RTX 3060
 * @param memory in bytes
 * @param driverVersion the version of CUDA that the driver knows, such as 12.4
 * @param computeCapability such as 8.6
 * @param multiprocessors how many there are
 * @param clock of a multiprocessor, in hertz
 * @param bandwidth of its memory, in bytes a second, from the clock and width of the bus; 0 where the driver does not say
 */
public record Device(
        String name,
        long memory,
        String driverVersion,
        String computeCapability,
        int multiprocessors,
        double clock,
        double bandwidth) {}
