package backstep.linalg.jcuda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import backstep.linalg.Buffer;
import backstep.linalg.Matrix;
import backstep.linalg.Precision;
import backstep.linalg.jcuda.RecordingDriver.Call;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of an engine whose driver fails. */
class FailingDriverTest {

    private static final String LOST = "CUDA_ERROR_ILLEGAL_ADDRESS";

    private final RecordingDriver driver = new RecordingDriver();

    private static void work(JcudaEngine engine) {
        Buffer a = engine.allocate(4, 3);
        Buffer b = engine.allocate(3, 600);
        Buffer c = engine.allocate(4, 600);
        engine.write(Matrix.zeros(4, 3), a);
        engine.gather(a, new int[] {3, 0, 1}, 0, engine.allocate(3, 3));
        engine.multiply(a, b, c);
        engine.multiplyTransposed(c, b, a);
        engine.sum(c);
        engine.read(a);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 7})
    void whereMemoryDoesNotSufficeTheReasonIsSaidAndClosingGivesBackTheRest(int nth) {
        driver.failing(Call.ALLOCATE, nth, GpuException.OUT_OF_MEMORY);
        JcudaEngine engine = new Gpu(driver).engine(Precision.FLOAT64);
        GpuException error = assertThrows(GpuException.class, () -> work(engine));
        assertEquals("CUDA_ERROR_OUT_OF_MEMORY", error.status());
        engine.close();
        assertEquals(0, driver.areas());
    }

    @ParameterizedTest
    @EnumSource(
            value = Call.class,
            names = {"CLEAR", "WRITE", "READ", "LAUNCH"})
    void aLostDeviceIsSaidWhereverItIsNoticed(Call call) {
        driver.failing(call, 1, LOST);
        JcudaEngine engine = new Gpu(driver).engine(Precision.FLOAT32);
        GpuException error = assertThrows(GpuException.class, () -> work(engine));
        assertEquals(
                "GPU: doing " + call + ": the connection to the device is lost (CUDA_ERROR_ILLEGAL_ADDRESS);"
                        + " start Backstep again, or compute with \"engine\": \"ejml\"",
                error.getMessage());
    }

    @Test
    void anEngineOnALostDeviceCanBeClosed() {
        driver.failing(Call.LAUNCH, 1, LOST).failing(Call.FREE, 1, LOST);
        JcudaEngine engine = new Gpu(driver).engine(Precision.FLOAT64);
        assertThrows(GpuException.class, () -> work(engine));
        engine.close();
        assertEquals(0, engine.bytes());
    }

    @Test
    void kernelsThatTheDriverCannotCompileLeaveNothingBehind() {
        driver.failing(Call.LOAD, 1, "CUDA_ERROR_UNSUPPORTED_PTX_VERSION");
        Gpu gpu = new Gpu(driver);
        GpuException error = assertThrows(GpuException.class, () -> gpu.engine(Precision.FLOAT64));
        assertEquals(
                "GPU: doing LOAD: the driver cannot compile the kernels (CUDA_ERROR_UNSUPPORTED_PTX_VERSION);"
                        + " update NVIDIA's driver, or compute with \"engine\": \"ejml\"",
                error.getMessage());
        assertEquals(0, driver.areas());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CUDA_ERROR_OUT_OF_MEMORY | its memory does not suffice (CUDA_ERROR_OUT_OF_MEMORY); take a smaller batch or network, or "engine": "ejml"
            CUDA_ERROR_NO_DEVICE | there is no device (CUDA_ERROR_NO_DEVICE); compute with "engine": "ejml"
            CUDA_ERROR_NOT_PERMITTED | CUDA_ERROR_NOT_PERMITTED; compute with "engine": "ejml", or start Backstep again
            CUBLAS_STATUS_EXECUTION_FAILED | CUBLAS_STATUS_EXECUTION_FAILED; compute with "engine": "ejml", or start Backstep again
            """)
    void aStatusIsSaidInWordsWithAWayOut(String status, String words) {
        assertEquals("GPU: adding: " + words, GpuException.of(status, "adding").getMessage());
    }
}
