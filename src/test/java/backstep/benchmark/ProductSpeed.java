package backstep.benchmark;

import backstep.linalg.Buffer;
import backstep.linalg.Matrix;
import backstep.linalg.MatrixEngine;
import backstep.linalg.ejml.EjmlEngine;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * How many arithmetic operations a second the products of training take, beside what a core can do at most: a loop of fused
 * multiply-adds on numbers in the nearest cache. By the processor time of the thread, so that other work on the machine counts
 * less; the best of many rounds.
 */
public final class ProductSpeed {

    /** Rows of a, what is summed over, columns of the product. */
    private static final int[][] SHAPES = {
        {10, 9, 8},
        {30, 9, 8},
        {32, 65, 32},
        {32, 785, 128},
        {128, 785, 512},
        {128, 513, 256},
        {128, 128, 128},
        {512, 512, 512}
    };

    private static final int ROUNDS = 60;

    /** How long a product is repeated before it counts, in nanoseconds of the processor, while it is compiled. */
    private static final long WARM_UP = 400_000_000;

    private static final double WORK = 4e6;

    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();
    private static final PrintStream OUT = System.out;

    private ProductSpeed() {}

    public static void main(String[] arguments) {
        double peak = peak();
        OUT.printf(Locale.ROOT, "a core does at most %.0f GFLOP/s in double precision, in a loop of Math.fma%n", peak);
        OUT.println("GFLOP/s, and share of that | c = a b | c = a bᵀ | c = aᵀ b");
        for (EjmlEngine engine : List.of(new EjmlEngine(), EjmlEngine.withSystemLibrary())) {
            for (int[] shape : SHAPES) {
                print(engine, shape, peak);
            }
        }
    }

    private static void print(MatrixEngine engine, int[] shape, double peak) {
        OUT.printf("%s, %d×%d by %d×%d", engine.products(), shape[0], shape[1], shape[1], shape[2]);
        Buffer a = random(engine, shape[0], shape[1]);
        Buffer b = random(engine, shape[1], shape[2]);
        Buffer aT = random(engine, shape[1], shape[0]);
        Buffer bT = random(engine, shape[2], shape[1]);
        Buffer c = engine.allocate(shape[0], shape[2]);
        double operations = 2.0 * shape[0] * shape[1] * shape[2];
        for (Runnable product : List.<Runnable>of(
                () -> engine.multiply(a, b, c),
                () -> engine.multiplyTransposed(a, bT, c),
                () -> engine.transposedMultiply(aT, b, c))) {
            double speed = speed(product, operations);
            OUT.printf(Locale.ROOT, " | %.1f, %.0f %%", speed, 100 * speed / peak);
        }
        OUT.println();
    }

    private static Buffer random(MatrixEngine engine, int rows, int columns) {
        double[] entries = new Random(1).doubles((long) rows * columns, -1, 1).toArray();
        Buffer buffer = engine.allocate(rows, columns);
        engine.write(Matrix.of(rows, columns, entries), buffer);
        return buffer;
    }

    private static double speed(Runnable work, double operations) {
        int repetitions = (int) Math.max(1, WORK / operations);
        for (long end = THREAD.getCurrentThreadCpuTime() + WARM_UP; THREAD.getCurrentThreadCpuTime() < end; ) {
            work.run();
        }
        double best = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long start = THREAD.getCurrentThreadCpuTime();
            for (int i = 0; i < repetitions; i++) {
                work.run();
            }
            best = Math.max(best, repetitions * operations / (THREAD.getCurrentThreadCpuTime() - start));
        }
        return best;
    }

    private static double peak() {
        double[] entries = new double[1024];
        return speed(() -> multiplyAdd(entries, 0.5), 16.0 * entries.length);
    }

    private static void multiplyAdd(double[] entries, double factor) {
        for (int i = 0; i < entries.length; i++) {
            double entry = entries[i];
            entry = Math.fma(Math.fma(entry, factor, 0.5), factor, 0.5);
            entry = Math.fma(Math.fma(entry, factor, 0.5), factor, 0.5);
            entry = Math.fma(Math.fma(entry, factor, 0.5), factor, 0.5);
            entry = Math.fma(Math.fma(entry, factor, 0.5), factor, 0.5);
            entries[i] = entry;
        }
    }
}
