package backstep.autodiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AdjointTraceTest {

    @Test
    void aVariableUsedTwiceByOneOperationGetsALineForEachOperand() {
        AdjointTrace adjoints = Given.adjoints("x*x", 3);
        assertEquals(
                List.of(0, 0, 1),
                IntStream.range(0, 3).mapToObj(k -> adjoints.line(k).operand()).toList());
        assertArrayEquals(new double[] {1, 3, 6}, adjointsAfterEachLine(adjoints));
        assertFalse(adjoints.line(1).last());
        assertTrue(adjoints.line(2).last());
    }

    @Test
    void operationsThatTheOutputDoesNotNeedHaveNoLine() {
        PrimalTrace primal = Given.primal("f1 = x1*x2; f2 = sin(x1)", 2, 3);
        AdjointTrace second = AdjointTrace.of(primal, 1);
        assertEquals(2, second.size());
        assertArrayEquals(new double[] {Math.cos(2), 0}, second.gradient());
    }

    @Test
    void aConstantOutputHasNoLinesAndNoGradient() {
        assertEquals(0, AdjointTrace.of(Given.primal("f(x) = 5", 1), 0).size());
        assertArrayEquals(new double[] {0}, Given.gradient("f(x) = 5", 1));
    }

    @Test
    void anOutputThatIsAnInputIsItsOwnSeed() {
        AdjointTrace adjoints = Given.adjoints("x", 7);
        assertTrue(adjoints.line(0).isSeed());
        assertArrayEquals(new double[] {1}, adjoints.gradient());
    }

    @Test
    void theLineThatWroteAnAdjointIsFoundAsOfAnyLine() {
        AdjointTrace adjoints = Given.adjoints(Given.LECTURE, 2, 5);
        assertEquals(OptionalInt.empty(), adjoints.lineOf(0, 4));
        assertEquals(OptionalInt.of(5), adjoints.lineOf(0, 6));
        assertEquals(OptionalInt.of(7), adjoints.lineOf(0, 8));
    }

    @Test
    void theJacobianHasARowAnOutput() {
        double[][] jacobian = Jacobian.of(Given.primal("f1 = x1*x2 + sin(x1); f2 = x1^2 - exp(x2)", 1, 0.5));
        assertArrayEquals(new double[] {0.5 + Math.cos(1), 1}, jacobian[0], 1e-15);
        assertArrayEquals(new double[] {2, -Math.exp(0.5)}, jacobian[1], 1e-15);
    }

    @Test
    void theTangentTraceOfTheLectureIsTheDerivativeByTheSeed() {
        TangentTrace tangents = TangentTrace.of(Given.primal(Given.LECTURE, 2, 5), -1);
        assertArrayEquals(
                new double[] {1, 0, 0.5, 5, 0, 5.5, 5.5},
                IntStream.rangeClosed(-1, 5).mapToDouble(tangents::tangent).toArray());
        assertFalse(tangents.depends(3));
    }

    private static double[] adjointsAfterEachLine(AdjointTrace adjoints) {
        return IntStream.range(0, adjoints.size())
                .mapToDouble(k -> adjoints.line(k).adjoint())
                .toArray();
    }
}
