package backstep.linalg.jcuda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import backstep.linalg.Buffer;
import backstep.linalg.Matrix;
import backstep.linalg.Precision;
import backstep.linalg.jcuda.RecordingDriver.Call;
import java.lang.ref.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceMemoryTest {

    private final RecordingDriver driver = new RecordingDriver();
    private final Gpu gpu = new Gpu(driver);

    @ParameterizedTest
    @CsvSource({"FLOAT64, 96", "FLOAT32, 48"})
    void anEngineKnowsHowMuchItHolds(Precision precision, long bytes) {
        JcudaEngine engine = gpu.engine(precision);
        Buffer buffer = engine.allocate(3, 4);
        assertEquals(bytes, engine.bytes());
        assertEquals(bytes, driver.bytes());
        Reference.reachabilityFence(buffer);
    }

    @Test
    void closingAnEngineGivesAllOfItBackAndNothingOfOthers() {
        JcudaEngine engine = gpu.engine(Precision.FLOAT64);
        JcudaEngine other = gpu.engine(Precision.FLOAT64);
        Buffer a = engine.allocate(3, 4);
        Buffer kept = other.allocate(2, 2);
        engine.sum(a);
        engine.gather(a, new int[] {2, 1}, 0, engine.allocate(2, 4));
        long peak = engine.bytes();
        engine.close();
        engine.close();
        assertEquals(0, engine.bytes());
        assertEquals(peak, engine.peakBytes());
        assertEquals(32, driver.bytes());
        assertEquals(Matrix.zeros(2, 2), other.read(kept));
    }

    @Test
    void emptyMatricesTakeNoMemoryAndCopyNothing() {
        JcudaEngine engine = gpu.engine(Precision.FLOAT64);
        Buffer empty = engine.allocate(0, 3);
        engine.write(Matrix.zeros(0, 3), empty);
        engine.read(empty);
        engine.sum(empty);
        assertEquals(0, driver.count(Call.ALLOCATE) + driver.count(Call.WRITE) + driver.count(Call.READ));
    }

    /** As the passes are that a picture of a run is made with. */
    @Test
    void whatNobodyHoldsAnyMoreIsGivenBackWhereMemoryDoesNotSuffice() {
        driver.withMemory(1_000);
        JcudaEngine engine = gpu.engine(Precision.FLOAT64);
        for (int k = 0; k < 5; k++) {
            engine.allocate(10, 10);
        }
        assertEquals(800, engine.bytes());
    }

    @Test
    void soIsTheMemoryOfAnEngineThatWasForgotten() {
        driver.withMemory(1_000);
        useAndForget();
        Buffer buffer = gpu.engine(Precision.FLOAT32).allocate(10, 20);
        assertEquals(800, driver.bytes());
        Reference.reachabilityFence(buffer);
    }

    private void useAndForget() {
        gpu.engine(Precision.FLOAT64).allocate(10, 10);
    }

    @Test
    void matricesOfAnotherEngineAreRefused() {
        Buffer foreign = gpu.engine(Precision.FLOAT64).allocate(2, 2);
        JcudaEngine engine = gpu.engine(Precision.FLOAT64);
        IllegalArgumentException error = assertThrows(IllegalArgumentException.class, () -> engine.read(foreign));
        assertEquals("the buffer of 2×2 belongs to another engine", error.getMessage());
    }

    @Test
    void nothingCanBeAskedOfAClosedEngine() {
        JcudaEngine engine = gpu.engine(Precision.FLOAT64);
        Buffer buffer = engine.allocate(2, 2);
        engine.close();
        assertThrows(IllegalStateException.class, () -> engine.scale(2, buffer));
        assertThrows(IllegalStateException.class, () -> engine.allocate(1, 1));
        assertEquals(0, driver.count(Call.LAUNCH));
    }
}
