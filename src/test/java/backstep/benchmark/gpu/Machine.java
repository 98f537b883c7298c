package backstep.benchmark.gpu;

import backstep.linalg.Precision;
import backstep.linalg.jcuda.Device;
import backstep.linalg.jcuda.Gpu;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/**
 * On what is measured.
 *
 * @param device the GPU
 * @param products what computes products on it
 * @param processor what it is compared with
 * @param processorProducts what computes products there
 */
record Machine(Device device, String products, String processor, String processorProducts) {

    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
    private static final String NAME = "model name";

    /** {@return this machine} */
    static Machine of(Gpu gpu) {
        String products = GpuBenchmark.processor(Precision.FLOAT64).products();
        return new Machine(gpu.device(), gpu.products(), processorName(), products);
    }

    private static String processorName() {
        try (Stream<String> lines = Files.lines(PROCESSORS)) {
            return lines.filter(line -> line.startsWith(NAME))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException notLinux) {
            return System.getProperty("os.arch");
        }
    }

    /** {@return title and description} */
    List<String> lines() {
        MarkdownTable table = new MarkdownTable("machine", "");
        table.row("GPU", device.name() + ", " + Numerals.large(device.memory(), "B"));
        table.row(
                "compute capability, multiprocessors, clock",
                device.computeCapability() + ", " + device.multiprocessors() + ", "
                        + Numerals.large(device.clock(), "Hz"));
        table.row("driver", "CUDA " + device.driverVersion());
        table.row("products on the GPU", products);
        table.row("processor, one thread", processor + ", " + processorProducts);
        table.row("Java", Runtime.version().toString());
        return Stream.concat(
                        Stream.of("# Backstep on " + device.name() + ", " + LocalDate.now(ZoneOffset.UTC), ""),
                        table.lines().stream())
                .toList();
    }
}
