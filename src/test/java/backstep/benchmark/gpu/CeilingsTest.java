package backstep.benchmark.gpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What is made of a device's times. */
class CeilingsTest {

    /** 100 multiprocessors do 8 · 256 threads each, 256 rounds of 128 multiply-adds: 13.4 billion operations a launch. */
    @Test
    void ceilingsCountWhatWasLaunchedAgainstTheClockOfTheDevice() {
        TimedDriver driver = new TimedDriver(1L << 40, 100);
        Ceilings ceilings = Ceilings.of(driver);
        double operations = 2.0 * 100 * 8 * 256 * 256 * 128;
        assertEquals(operations / TimedDriver.LAUNCH, ceilings.float32(), 1e-6 * ceilings.float32());
        assertEquals(operations / TimedDriver.LAUNCH, ceilings.float64(), 1e-6 * ceilings.float64());
        assertEquals(2 * (1L << 30) / TimedDriver.LAUNCH, ceilings.bandwidth(), 1e-6 * ceilings.bandwidth());
        assertTrue(driver.isEmpty(), "memory was not given back");
    }

    @Test
    void copyTakesAQuarterOfTheMemoryWhereThereIsLittle() {
        Ceilings ceilings = Ceilings.of(new TimedDriver(64L << 20, 1));
        assertEquals(2 * (16L << 20) / TimedDriver.LAUNCH, ceilings.bandwidth(), 1e-6 * ceilings.bandwidth());
    }
}
