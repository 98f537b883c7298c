package backstep.benchmark.gpu;

import backstep.linalg.MatrixEngine;
import backstep.linalg.Precision;
import backstep.linalg.ejml.EjmlEngine;
import backstep.linalg.ejml.EjmlFloatEngine;
import backstep.linalg.jcuda.Detection;
import backstep.linalg.jcuda.Gpu;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Measures the GPU of this machine by its own clock, beside what it can do at most and beside the processor, and prints the
 * results in Markdown; {@code --to FILE} writes them to a file too. Without a GPU it says so and leaves with 1.
 */
public final class GpuBenchmark {

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final PrintStream ERR = new PrintStream(System.err, true, StandardCharsets.UTF_8);

    private final Gpu gpu;
    private final Clock clock;
    private final List<String> lines = new ArrayList<>();

    private GpuBenchmark(Gpu gpu) {
        this.gpu = gpu;
        clock = Clock.of(gpu.driver());
    }

    public static void main(String[] arguments) throws IOException {
        boolean isToFile = arguments.length == 2 && arguments[0].equals("--to");
        if (arguments.length > 0 && !isToFile) {
            ERR.println("bench gpu: unknown: " + String.join(" ", arguments) + "; it takes --to FILE, or nothing");
            System.exit(2);
        }
        switch (Gpu.detect()) {
            case Detection.Absent(String reason) -> {
                ERR.println("bench gpu: there is no NVIDIA GPU to be measured: " + reason);
                System.exit(1);
            }
            case Detection.Found(Gpu gpu) -> {
                List<String> lines = new GpuBenchmark(gpu).run();
                if (isToFile) {
                    Files.write(Path.of(arguments[1]), lines);
                }
            }
        }
    }

    private List<String> run() {
        tell(Machine.of(gpu).lines());
        Ceilings ceilings = Ceilings.of(gpu.driver());
        ProductSpeeds products = new ProductSpeeds(ceilings, 0.1, 0.4);
        UpdateSpeeds updates = new UpdateSpeeds(ceilings, pairs(), 1, 1);
        tell(List.of("", "## Ceilings", ""), products.ceilings(gpu.device().bandwidth()));
        tell(List.of("", "## Products of n × n matrices", "", Words.PRODUCTS, ""));
        tell(products.table(ProductSpeeds.SIZES, contenders()));
        tell(List.of("", "## Updates", "", Words.UPDATES, ""));
        tell(updates.table(List.of(Task.dense(), Task.convolutional())));
        tell(List.of("", "## Where the GPU begins to be faster", "", Words.CROSSING, ""));
        tell(updates.crossing(UpdateSpeeds.WIDTHS));
        return lines;
    }

    /** Prints lines as soon as they are there, and keeps them. */
    @SafeVarargs
    private void tell(List<String>... parts) {
        for (List<String> part : parts) {
            part.forEach(OUT::println);
            lines.addAll(part);
        }
    }

    /** Both precisions, by cuBLAS where it is installed and by own kernels. */
    private List<Contender> contenders() {
        return Arrays.stream(Precision.values()).flatMap(this::contenders).toList();
    }

    private Stream<Contender> contenders(Precision precision) {
        Contender own = new Contender("own kernels", precision, clock, () -> gpu.engineWithOwnProducts(precision));
        Contender best = new Contender(gpu.products(), precision, clock, () -> gpu.engine(precision));
        return best.title().equals(own.title()) ? Stream.of(own) : Stream.of(best, own);
    }

    private List<UpdateSpeeds.Pair> pairs() {
        return Arrays.stream(Precision.values()).map(this::pair).toList();
    }

    private UpdateSpeeds.Pair pair(Precision precision) {
        return new UpdateSpeeds.Pair(
                new Contender("processor", precision, Clock.WALL, () -> processor(precision)),
                new Contender("GPU", precision, clock, () -> gpu.engine(precision)));
    }

    /** {@return what computes on the processor where a run is asked for: OpenBLAS where it is installed} */
    static MatrixEngine processor(Precision precision) {
        return switch (precision) {
            case FLOAT64 -> EjmlEngine.withSystemLibrary();
            case FLOAT32 -> EjmlFloatEngine.withSystemLibrary();
        };
    }
}
