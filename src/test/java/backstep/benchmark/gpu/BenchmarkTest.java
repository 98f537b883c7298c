package backstep.benchmark.gpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import backstep.linalg.Precision;
import backstep.linalg.ejml.EjmlEngine;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the benchmark of a GPU computes and prints, by clocks that say what they are told and engines on the processor. */
class BenchmarkTest {

    private static final Ceilings CEILINGS = new Ceilings(1e12, 20e12, 10e12);

    @Test
    void rooflineIsFlatWhereEnoughIsDoneWithEachByte() {
        assertEquals(20e12, CEILINGS.roofline(Precision.FLOAT32, 100));
        assertEquals(5e12, CEILINGS.roofline(Precision.FLOAT32, 5));
        assertEquals(10e12, CEILINGS.roofline(Precision.FLOAT64, 10));
    }

    @Test
    void productOf300IsBoundByMemoryAndOf8192ByMultiplyAdds() {
        Product small = new Product(30, Precision.FLOAT64);
        // 54,000 operations with 21,600 bytes: 2.5 a byte.
        assertEquals(0.5, small.share(CEILINGS, 2 * 21_600 / 1e12), 1e-12);
        Product large = new Product(8192, Precision.FLOAT64);
        assertEquals(0.25, large.share(CEILINGS, 4 * 2.0 * 8192 * 8192 * 8192 / 10e12), 1e-12);
    }

    @Test
    void crossingLiesOnTheLineBetweenLogarithms() {
        // The ratio GPU : processor falls from 4 to 1/16 while the size grows from 10² to 10⁵: it is 1 at a third of
        // the way, 10³.
        Crossing crossing = Crossing.of(List.of(
                new Crossing.Times(10, 1, 9), new Crossing.Times(100, 1, 4), new Crossing.Times(100_000, 16, 1)));
        assertEquals(1000, ((Crossing.At) crossing).size(), 1e-9);
    }

    @Test
    void crossingIsTheLastOneWhereTimesCrossMoreThanOnce() {
        Crossing crossing = Crossing.of(
                List.of(new Crossing.Times(1, 2, 1), new Crossing.Times(10, 1, 2), new Crossing.Times(1000, 2, 1)));
        assertEquals(100, ((Crossing.At) crossing).size(), 1e-9);
    }

    @Test
    void whatIsFasterOrSlowerThroughoutDoesNotCross() {
        assertEquals(new Crossing.Always(), Crossing.of(List.of(new Crossing.Times(1, 2, 1))));
        assertEquals(
                new Crossing.Never(), Crossing.of(List.of(new Crossing.Times(1, 2, 1), new Crossing.Times(2, 1, 1))));
    }

    @Test
    void numbersHaveThreeDigitsAndAPrefix() {
        assertEquals("12.3 TB/s", Numerals.large(1.2345e13, "B/s"));
        assertEquals("1 kFLOP/s", Numerals.large(999.9, "FLOP/s"));
        assertEquals("12.3 µs", Numerals.seconds(1.2345e-5));
        assertEquals("1 ms", Numerals.seconds(9.999e-4));
        assertEquals("2.5 s", Numerals.seconds(2.5));
        assertEquals("45 %", Numerals.share(0.4512));
    }

    /** The clock says that the first time takes 3 s, the second 1 s and a later one 2 s, 1 s, 2 s …. */
    @Test
    void stopwatchWarmsUpAndTakesTheFastestRound() {
        List<Double> told = new ArrayList<>(List.of(3.0, 1.0, 2.0, 2.0, 1.5, 2.0, 2.0));
        int[] done = {0};
        Clock clock = work -> {
            work.run();
            return told.removeFirst();
        };
        double seconds = new Stopwatch(clock, 4, 10).seconds(() -> done[0]++);
        // Two to warm up, then 10 s / 5 rounds / 1 s = 2 repetitions a round, of which the fastest took 1.5 s.
        assertEquals(1.5 / 2, seconds);
        assertEquals(2 + 5 * 2, done[0]);
        assertTrue(told.isEmpty());
    }

    @Test
    void workThatTakesLongerThanTheTimeItHasIsDoneOnceMore() {
        int[] done = {0};
        Clock clock = work -> {
            work.run();
            return 60;
        };
        assertEquals(60, new Stopwatch(clock, 0.1, 0.4).seconds(() -> done[0]++));
        assertEquals(2, done[0]);
    }

    @Test
    void anUpdateTakesThreeTimesItsForwardProductsWithoutTheFirstError() {
        Task task = Task.dense();
        long forward = 785 * 512 + 513 * 256 + 257 * 10;
        assertEquals(2.0 * 256 * (3 * forward - 785 * 512), task.operations());
    }

    @Test
    void productsBecomeATableWithAColumnForEachContender() {
        Clock clock = work -> {
            work.run();
            return 1e-3;
        };
        List<Contender> contenders = List.of(new Contender("own kernels", Precision.FLOAT64, clock, EjmlEngine::new));
        List<String> table = new ProductSpeeds(CEILINGS, 0, 0).table(List.of(10), contenders);
        assertEquals(List.of("| n | float64, own kernels |", "| --- | ---: |", "| 10 | 2 MFLOP/s, 0 % |"), table);
    }

    @Test
    void updatesBecomeATableAndACrossing() {
        Contender processor = new Contender("processor", Precision.FLOAT64, told(8e-3), EjmlEngine::new);
        Contender gpu = new Contender("GPU", Precision.FLOAT64, told(2e-3), EjmlEngine::new);
        UpdateSpeeds speeds = new UpdateSpeeds(CEILINGS, List.of(new UpdateSpeeds.Pair(processor, gpu)), 0, 0);
        assertEquals(
                "| 4–4–4–10, 128 | float64 | 2 ms | 8 ms | 4 | 64 k | 0 % |",
                speeds.table(List.of(Task.ofWidth(4))).getLast());
        List<String> crossing = speeds.crossing(List.of(2, 4));
        assertTrue(crossing.get(3).matches("\\| 4 \\| [\\d.]+ kFLOP \\| 8 ms \\| 2 ms \\|"), crossing.get(3));
        assertEquals("- float64: the GPU is faster at every size measured", crossing.getLast());
    }

    private static Clock told(double seconds) {
        return work -> {
            work.run();
            return seconds;
        };
    }

    /** PTX of the version and target that the engine's own kernels have, with the names that are launched. */
    @Test
    void ceilingKernelsAreOfTheVersionThatEveryDriverReads() {
        String ptx = CeilingKernels.ptx();
        assertTrue(ptx.startsWith(".version 6.0\n.target sm_50\n"), ptx);
        for (String kernel : List.of(CeilingKernels.COPY, CeilingKernels.fma("f32"), CeilingKernels.fma("f64"))) {
            assertTrue(ptx.contains(".visible .entry " + kernel + "("), kernel);
        }
        assertEquals(
                2 * CeilingKernels.A_ROUND,
                ptx.lines().filter(line -> line.contains("fma.rn.")).count());
    }
}
