package backstep.linalg.jcuda;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the driver of the tests refuses, so that what passes on it may pass on a device. */
class EmulatedDriverTest {

    private static final String PTX =
            ".visible .entry scale_f64( .visible .entry sum_f64( .visible .entry multiply_f64( .visible .entry sum_f32(";

    private final EmulatedDriver driver = new EmulatedDriver(1 << 20);

    private long area(double... numbers) {
        driver.load(PTX);
        long address = driver.allocate(8L * numbers.length);
        driver.write(numbers, 0, numbers.length, address);
        return address;
    }

    private static Arguments scaling(long area, int count) {
        return new Arguments().address(area).integers(count).numbers(2);
    }

    private String refusal(String kernel, Geometry geometry, Arguments arguments) {
        return assertThrows(RuntimeException.class, () -> driver.launch(kernel, geometry, arguments))
                .getMessage();
    }

    /** With few threads, each has many entries; with many, some have none. */
    @ParameterizedTest
    @CsvSource({"1,1", "1,256", "3,64", "40,256"})
    void aGridOfAnySizeDoesAllTheWorkOnce(int blocks, int threads) {
        double[] numbers = IntStream.rangeClosed(1, 1_000).asDoubleStream().toArray();
        long area = area(numbers);
        driver.launch("scale_f64", new Geometry(blocks, 1, 1, threads, 1), scaling(area, 1_000));
        double[] scaled = new double[1_000];
        driver.read(area, scaled);
        assertArrayEquals(Arrays.stream(numbers).map(number -> 2 * number).toArray(), scaled);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 40})
    void threadsOfABlockWaitForOneAnother(int blocks) {
        long area = area(IntStream.rangeClosed(1, 2_000).asDoubleStream().toArray());
        long partials = driver.allocate(8L * blocks);
        Arguments arguments = new Arguments().address(area).address(partials).integers(20, 100, 0);
        driver.launch("sum_f64", new Geometry(blocks, 1, 1, 256, 1), arguments);
        double[] shares = new double[blocks];
        driver.read(partials, shares);
        assertEquals(
                2_001_000,
                IntStream.range(0, blocks).mapToDouble(i -> shares[i]).sum());
    }

    @Test
    void blocksOfAnotherSizeThanThreadsWorkTogetherInAreRefused() {
        long area = area(1, 2);
        Arguments sum = new Arguments().address(area).address(area).integers(1, 2, 0);
        assertTrue(refusal("sum_f64", new Geometry(1, 1, 1, 128, 1), sum).contains("blocks must have 256x1 threads"));
        Arguments product =
                new Arguments().address(area).address(area).address(area).integers(1, 1, 1, 1, 1, 1, 1);
        assertTrue(refusal("multiply_f64", Geometry.entries(2), product).contains("blocks must have 16x16 threads"));
    }

    @Test
    void anEmptyGridIsRefused() {
        assertTrue(
                refusal("scale_f64", Geometry.entries(0), scaling(area(1), 0)).contains("no sides of 0"));
    }

    @Test
    void aKernelThatWasNotLoadedIsRefused() {
        assertEquals(
                "kernel: no text that was loaded has scale_f32",
                refusal("scale_f32", Geometry.entries(1), scaling(area(1), 1)));
    }

    @Test
    void argumentsMustBeThoseOfTheKernel() {
        long area = area(1);
        assertEquals(
                "scale_f64: has 3 parameters, was given 2",
                refusal(
                        "scale_f64",
                        Geometry.entries(1),
                        new Arguments().address(area).integers(1)));
        assertTrue(refusal(
                        "scale_f64",
                        Geometry.entries(1),
                        new Arguments().address(area).numbers(1, 2))
                .startsWith("argument 1 of 3"));
    }

    @Test
    void writingPastTheEndOfAnAreaIsFound() {
        Arguments tooMany = scaling(area(1, 2), 3);
        assertThrows(AssertionError.class, () -> driver.launch("scale_f64", Geometry.entries(3), tooMany));
    }

    @Test
    void memoryThatWasGivenBackIsRefused() {
        long area = area(1, 2);
        driver.free(area);
        assertTrue(refusal("scale_f64", Geometry.entries(2), scaling(area, 2)).contains("not allocated"));
    }

    @Test
    void thereIsOnlySoMuchMemory() {
        long free = driver.freeMemory();
        GpuException error = assertThrows(GpuException.class, () -> driver.allocate(free + 1));
        assertEquals("CUDA_ERROR_OUT_OF_MEMORY", error.status());
        driver.free(driver.allocate(free));
        assertEquals(free, driver.freeMemory());
    }
}
