package backstep.benchmark;

import backstep.autodiff.AdjointTrace;
import backstep.autodiff.PrimalTrace;
import backstep.autodiff.WengertList;
import backstep.expression.ExpressionParser;
import backstep.server.Autodiff;
import backstep.server.TraceAnswer;
import backstep.server.TraceRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
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

/** From the text of an expression to its traces, and on to the whole answer of the API, by the number of its operations. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class RequestBenchmark {

    private static final int OPERATIONS_OF_A_TERM = 4;

    @Param({"20", "200", "2000"})
    public int operations;

    private String text;

    @Setup
    public void writeText() {
        text = "x1" + "+x2*sin(x1)/3".repeat(operations / OPERATIONS_OF_A_TERM);
    }

    @Benchmark
    public AdjointTrace parseAndTrace() {
        WengertList list = WengertList.of(ExpressionParser.parse(text));
        return AdjointTrace.of(PrimalTrace.of(list, 2, 5), 0);
    }

    @Benchmark
    public TraceAnswer answer() {
        return Autodiff.trace(new TraceRequest(text, Map.of("x1", 2.0, "x2", 5.0), 0, null, List.of()));
    }
}
