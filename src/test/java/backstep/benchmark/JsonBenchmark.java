package backstep.benchmark;

import backstep.server.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Writing and reading the answers of the API, by the number of lines in them. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class JsonBenchmark {

    public record Line(String v, String formula, double value, List<String> reads) {}

    public record Trace(List<Line> primal) {}

    @Param({"10", "1000"})
    public int lines;

    private Trace trace;
    private byte[] text;

    @Setup
    public void makeTrace() {
        trace = new Trace(IntStream.range(0, lines)
                .mapToObj(i -> new Line("v" + i, "v_{" + i + "} = \\sin v_{0}", Math.sin(i), List.of("v0")))
                .toList());
        text = Json.write(trace).getBytes(StandardCharsets.UTF_8);
    }

    @Benchmark
    public String write() {
        return Json.write(trace);
    }

    @Benchmark
    public Trace read() {
        return Json.read(text, Trace.class);
    }
}
