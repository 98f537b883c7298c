package backstep.benchmark.gpu;

import backstep.linalg.jcuda.CudaDriver;

/** What tells how long something took. */
@FunctionalInterface
interface Clock {

    /** The clock on the wall. */
    Clock WALL = work -> {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    };

    /** Does some work, and {@return how many seconds it took} */
    double seconds(Runnable work);

    /** {@return the clock of a device, by two of its events around the work} */
    static Clock of(CudaDriver driver) {
        return work -> driver.milliseconds(work) / 1e3;
    }
}
