package backstep.benchmark;

import backstep.autodiff.AdjointTrace;
import backstep.autodiff.Operand;
import backstep.autodiff.Operation;
import backstep.autodiff.PrimalTrace;
import backstep.autodiff.WengertList;
import java.util.Arrays;
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

/**
 * The sweeps over a chained Rosenbrock function, Σ 100 (xᵢ₊₁ − xᵢ²)² + (1 − xᵢ)², by the number of its operations. It has a
 * new input every eight operations, so the reverse sweep finds thousands of derivatives at once.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class AutodiffBenchmark {

    private static final int OPERATIONS_OF_A_LINK = 8;

    @Param({"1000", "10000", "100000", "1000000"})
    public int operations;

    private WengertList list;
    private double[] x;
    private PrimalTrace primal;

    @Setup
    public void makeList() {
        int links = operations / OPERATIONS_OF_A_LINK;
        list = rosenbrock(links);
        x = new double[links + 1];
        Arrays.fill(x, -1.2);
        primal = PrimalTrace.of(list, x);
    }

    private static WengertList rosenbrock(int links) {
        List<String> names =
                IntStream.rangeClosed(1, links + 1).mapToObj(i -> "x" + i).toList();
        WengertList.Builder builder = WengertList.over(names);
        Operand sum = builder.constant(0);
        for (int i = 0; i < links; i++) {
            sum = link(builder, sum, builder.input(i), builder.input(i + 1));
        }
        return builder.output("y", sum).build();
    }

    /** sum + 100 (b − a²)² + (1 − a)². */
    private static Operand link(WengertList.Builder builder, Operand sum, Operand a, Operand b) {
        Operand square = builder.append(Operation.MULTIPLY, a, a);
        Operand valley = builder.append(Operation.SUBTRACT, b, square);
        Operand steep = builder.append(Operation.MULTIPLY, valley, valley);
        Operand scaled = builder.append(Operation.MULTIPLY, builder.constant(100), steep);
        Operand distance = builder.append(Operation.SUBTRACT, builder.constant(1), a);
        Operand flat = builder.append(Operation.MULTIPLY, distance, distance);
        return builder.append(Operation.ADD, builder.append(Operation.ADD, sum, scaled), flat);
    }

    @Benchmark
    public PrimalTrace primal() {
        return PrimalTrace.of(list, x);
    }

    @Benchmark
    public AdjointTrace reverse() {
        return AdjointTrace.of(primal, 0);
    }

    @Benchmark
    public AdjointTrace both() {
        return AdjointTrace.of(PrimalTrace.of(list, x), 0);
    }
}
