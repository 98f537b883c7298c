package backstep.benchmark.gpu;

import backstep.linalg.Buffer;
import backstep.linalg.Matrix;
import backstep.linalg.MatrixEngine;
import backstep.linalg.Precision;
import backstep.linalg.jcuda.GpuException;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/** Products of n × n matrices: how many operations a second, and which share of the roofline that is. */
final class ProductSpeeds {

    static final List<Integer> SIZES = List.of(256, 512, 1024, 2048, 4096, 8192);

    /** So many rows are random, and repeat. */
    private static final int RANDOM_ROWS = 128;

    private final Ceilings ceilings;
    private final double warmUp;
    private final double measured;

    /**
     * @param warmUp seconds, for each product
     * @param measured seconds, for each product
     */
    ProductSpeeds(Ceilings ceilings, double warmUp, double measured) {
        this.ceilings = ceilings;
        this.warmUp = warmUp;
        this.measured = measured;
    }

    /** {@return a row for each size, two columns for each contender} */
    List<String> table(List<Integer> sizes, List<Contender> contenders) {
        String[] titles = new String[1 + contenders.size()];
        titles[0] = "n";
        for (int k = 0; k < contenders.size(); k++) {
            titles[1 + k] = contenders.get(k).column();
        }
        MarkdownTable table = new MarkdownTable(titles);
        for (int n : sizes) {
            String[] row = new String[titles.length];
            row[0] = String.format(Locale.ROOT, "%,d", n);
            for (int k = 0; k < contenders.size(); k++) {
                row[1 + k] = cell(n, contenders.get(k));
            }
            table.row(row);
        }
        return table.lines();
    }

    /** Memory that does not suffice for three matrices is no reason to lose the rest of the table. */
    private String cell(int n, Contender contender) {
        try {
            double seconds = contender.measure(engine -> seconds(engine, n, contender.clock()));
            Product product = new Product(n, contender.precision());
            return Numerals.large(product.operations() / seconds, "FLOP/s") + ", "
                    + Numerals.share(product.share(ceilings, seconds));
        } catch (GpuException e) {
            return e.status();
        }
    }

    private double seconds(MatrixEngine engine, int n, Clock clock) {
        Buffer a = random(engine, n);
        Buffer b = random(engine, n);
        Buffer c = engine.allocate(n, n);
        return new Stopwatch(clock, warmUp, measured).seconds(() -> engine.multiply(a, b, c));
    }

    private static Buffer random(MatrixEngine engine, int n) {
        int drawn = Math.min(RANDOM_ROWS, n);
        double[] entries = new Random(1).doubles((long) drawn * n, -1, 1).toArray();
        Buffer few = engine.allocate(drawn, n);
        engine.write(Matrix.of(drawn, n, entries), few);
        Buffer all = engine.allocate(n, n);
        engine.gather(few, IntStream.range(0, n).map(i -> i % drawn).toArray(), 0, all);
        return all;
    }

    /** {@return the ceilings as a table} */
    List<String> ceilings(double statedBandwidth) {
        MarkdownTable table = new MarkdownTable("ceiling", "measured", "by the driver");
        table.row(
                "memory, in a copy",
                Numerals.large(ceilings.bandwidth(), "B/s"),
                statedBandwidth > 0 ? Numerals.large(statedBandwidth, "B/s") : "not said");
        for (Precision precision : Precision.values()) {
            table.row(
                    precision.spelling() + ", in a loop of fused multiply-adds",
                    Numerals.large(ceilings.operations(precision), "FLOP/s"),
                    "not said");
        }
        return table.lines();
    }
}
