package backstep.benchmark.gpu;

import backstep.linalg.Precision;
import java.util.ArrayList;
import java.util.List;

/** Updates on a GPU beside the processor, and from which size of the work on the GPU is faster. */
final class UpdateSpeeds {

    static final List<Integer> WIDTHS = List.of(8, 16, 32, 64, 128, 256, 512, 1024, 2048);

    /** The two that compute in one precision. */
    record Pair(Contender processor, Contender gpu) {}

    private final Ceilings ceilings;
    private final List<Pair> pairs;
    private final double warmUp;
    private final double measured;

    /**
     * @param pairs one for each precision
     * @param warmUp seconds, for each task
     * @param measured seconds, for each task
     */
    UpdateSpeeds(Ceilings ceilings, List<Pair> pairs, double warmUp, double measured) {
        this.ceilings = ceilings;
        this.pairs = pairs;
        this.warmUp = warmUp;
        this.measured = measured;
    }

    /** {@return how long updates of some networks take on both, a row for each precision} */
    List<String> table(List<Task> tasks) {
        MarkdownTable table = new MarkdownTable(
                "network, examples an update",
                "precision",
                "GPU",
                "processor",
                "processor : GPU",
                "examples/s on the GPU",
                "share of its multiply-adds");
        for (Task task : tasks) {
            for (Pair pair : pairs) {
                Precision precision = pair.gpu().precision();
                double gpu = seconds(task, pair.gpu());
                double processor = seconds(task, pair.processor());
                table.row(
                        task.network().sizes() + ", " + task.batch(),
                        precision.spelling(),
                        Numerals.seconds(gpu),
                        Numerals.seconds(processor),
                        Numerals.digits(processor / gpu),
                        Numerals.large(task.batch() / gpu, ""),
                        Numerals.share(task.operations() / gpu / ceilings.operations(precision)));
            }
        }
        return table.lines();
    }

    /** {@return both over networks of growing width, and the work from which on the GPU is faster} */
    List<String> crossing(List<Integer> widths) {
        List<String> titles = new ArrayList<>(List.of("units a layer", "work of an update"));
        List<List<Crossing.Times>> times = new ArrayList<>();
        for (Pair pair : pairs) {
            titles.add(pair.processor().column());
            titles.add(pair.gpu().column());
            times.add(new ArrayList<>());
        }
        MarkdownTable table = new MarkdownTable(titles.toArray(String[]::new));
        for (int width : widths) {
            Task task = Task.ofWidth(width);
            long flops = task.work().flops();
            List<String> row = new ArrayList<>(List.of(String.valueOf(width), Numerals.large(flops, "FLOP")));
            for (int k = 0; k < pairs.size(); k++) {
                double processor = seconds(task, pairs.get(k).processor());
                double gpu = seconds(task, pairs.get(k).gpu());
                times.get(k).add(new Crossing.Times(flops, processor, gpu));
                row.add(Numerals.seconds(processor));
                row.add(Numerals.seconds(gpu));
            }
            table.row(row.toArray(String[]::new));
        }
        List<String> lines = new ArrayList<>(table.lines());
        lines.add("");
        for (int k = 0; k < pairs.size(); k++) {
            lines.add("- " + pairs.get(k).gpu().precision().spelling() + ": " + words(Crossing.of(times.get(k))));
        }
        return lines;
    }

    private double seconds(Task task, Contender contender) {
        Stopwatch watch = new Stopwatch(contender.clock(), warmUp, measured);
        return contender.measure(engine -> task.seconds(engine, watch));
    }

    static String words(Crossing crossing) {
        return switch (crossing) {
            case Crossing.At at ->
                "the GPU is faster from about " + Numerals.large(at.size(), "FLOP") + " an update on";
            case Crossing.Always _ -> "the GPU is faster at every size measured";
            case Crossing.Never _ -> "the processor is faster at every size measured";
        };
    }
}
