package backstep.autodiff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The price of a gradient, in operations. */
class SweepCostTest {

    private static final int VARIABLES = 1_000;

    /** Σ 100 (xᵢ₊₁ − xᵢ²)² + (1 − xᵢ)² (H. H. Rosenbrock 1960, chained by Ph. L. Toint 1978). */
    static WengertList chainedRosenbrock(int variables) {
        WengertList.Builder builder = WengertList.over(
                IntStream.rangeClosed(1, variables).mapToObj(i -> "x" + i).toList());
        Operand sum = builder.constant(0);
        for (int i = 0; i + 1 < variables; i++) {
            Operand square = builder.append(Operation.MULTIPLY, builder.input(i), builder.input(i));
            Operand valley = builder.append(Operation.SUBTRACT, builder.input(i + 1), square);
            Operand steep = builder.append(Operation.MULTIPLY, valley, valley);
            Operand scaled = builder.append(Operation.MULTIPLY, builder.constant(100), steep);
            Operand slope = builder.append(Operation.SUBTRACT, builder.constant(1), builder.input(i));
            Operand flat = builder.append(Operation.MULTIPLY, slope, slope);
            sum = builder.append(Operation.ADD, sum, builder.append(Operation.ADD, scaled, flat));
        }
        return builder.output("y", sum).build();
    }

    @Test
    void theGradientOfAThousandVariablesComesFromOneSweep() {
        double[] x = new Random(7).doubles(VARIABLES, -2, 2).toArray();
        AdjointTrace adjoints = AdjointTrace.of(PrimalTrace.of(chainedRosenbrock(VARIABLES), x), 0);
        double[] gradient = adjoints.gradient();
        for (int i = 0; i < VARIABLES; i++) {
            assertEquals(derivative(x, i), gradient[i], 1e-9 * Math.max(1, Math.abs(gradient[i])), "by x" + (i + 1));
        }
    }

    /** The derivative by hand: −400 xᵢ(xᵢ₊₁ − xᵢ²) − 2(1 − xᵢ) + 200(xᵢ − xᵢ₋₁²). */
    private static double derivative(double[] x, int i) {
        double below = i + 1 < x.length ? -400 * x[i] * (x[i + 1] - x[i] * x[i]) - 2 * (1 - x[i]) : 0;
        double above = i > 0 ? 200 * (x[i] - x[i - 1] * x[i - 1]) : 0;
        return below + above;
    }

    @Test
    void theSweepTakesASmallConstantTimesTheOperationsOfThePrimal() {
        for (int variables : List.of(10, 100, VARIABLES)) {
            WengertList list = chainedRosenbrock(variables);
            AdjointTrace adjoints = AdjointTrace.of(PrimalTrace.of(list, new double[variables]), 0);
            double ratio = (double) OperationCount.ofReverse(adjoints) / OperationCount.ofPrimal(list);
            assertTrue(ratio < 2, "ratio " + ratio + " at " + variables + " variables");
        }
    }

    @Test
    void noOperationCostsMoreThanSevenTimesItself() {
        for (String costly : List.of("asin(x)", "x^y", "x/y", "sigmoid(x)", "tan(x)", "atan(x)", "sqrt(x)")) {
            WengertList list = Given.list(costly);
            AdjointTrace adjoints = AdjointTrace.of(PrimalTrace.of(list, new double[list.inputCount()]), 0);
            assertTrue(OperationCount.ofReverse(adjoints) <= 7, costly);
        }
    }

    @Test
    void theSweepHasAtMostTwoLinesAnOperationAndTheSeed() {
        WengertList list = chainedRosenbrock(VARIABLES);
        AdjointTrace adjoints = AdjointTrace.of(PrimalTrace.of(list, new double[VARIABLES]), 0);
        assertTrue(adjoints.size() <= 1 + 2 * list.operationCount());
    }
}
