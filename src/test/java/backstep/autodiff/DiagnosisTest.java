package backstep.autodiff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiagnosisTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ln(x)      | -1   | DOMAIN   | ln needs a positive number, was −1.",
                "ln(x)      | 0    | DOMAIN   | ln needs a positive number, was 0.",
                "1/x        | 0    | DOMAIN   | A number cannot be divided by 0.",
                "sqrt(x)    | -1   | DOMAIN   | A square root needs a number that is not negative, was −1.",
                "asin(x)    | 1.5  | DOMAIN   | asin needs a number from −1 to 1, was 1.5.",
                "acos(x)    | -2   | DOMAIN   | acos needs a number from −1 to 1, was −2.",
                "x^0.5      | -4   | DOMAIN   | A negative number has no power that is not whole: (−4) ^ 0.5.",
                "x^(-1)     | 0    | DOMAIN   | 0 has no negative power: that would divide by 0.",
                "exp(x)     | 1000 | OVERFLOW | exp(1000) is larger than 1.8 × 10³⁰⁸, the largest number that a double can hold.",
                "x*1e200    | 1e200| OVERFLOW | 1.0E200 × 1.0E200 is larger than 1.8 × 10³⁰⁸, the largest number that a double can hold.",
            })
    void theFirstLineThatIsNotFiniteSaysWhy(String expression, double x, Flag.Kind kind, String reason) {
        PrimalTrace primal = Given.primal(expression, x);
        assertFalse(Double.isFinite(primal.v(1)));
        assertEquals(Optional.of(new Flag(kind, reason)), primal.flag(1));
    }

    @ParameterizedTest
    @CsvSource({"sigmoid", "tanh", "atan", "exp", "relu", "abs"})
    void whatDependsOnAValueThatIsNotFiniteIsNotFiniteAndNotBlamed(String function) {
        for (String cause : new String[] {"ln(x)", "1/(x+1)", "exp(-1000*x)"}) {
            PrimalTrace primal = Given.primal("f1 = " + cause + "; y = " + function + "(-f1) + 1", -1);
            int last = primal.list().operationCount();
            assertFalse(Double.isFinite(primal.v(last)), cause);
            assertTrue(primal.flag(last).isEmpty(), cause);
        }
    }

    @Test
    void oneOverInfinityDoesNotHideTheOverflow() {
        assertTrue(Double.isNaN(Given.primal("1/exp(x)", 1000).output(0)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "abs(x) ; 0 ; 0 ; '|x| has a corner at 0; its derivative there is taken as 0.'",
                "relu(x) ; 0 ; 0 ; 'relu has a corner at 0; its derivative there is taken as 0.'",
                "max(x, 1) ; 1 ; 0.5 ; 'max has a corner where its operands are equal; each gets half of the derivative.'",
                "min(x, 1) ; 1 ; 0.5 ; 'min has a corner where its operands are equal; each gets half of the derivative.'",
            })
    void aCornerIsFlaggedWithItsConvention(String expression, double x, double derivative, String reason) {
        AdjointTrace adjoints = Given.adjoints(expression, x);
        Optional<Flag> expected = Optional.of(new Flag(Flag.Kind.NOT_DIFFERENTIABLE, reason));
        assertEquals(derivative, adjoints.gradient()[0]);
        assertEquals(expected, adjoints.flag(1));
        assertEquals(expected, adjoints.primal().flag(1));
        assertEquals(expected, TangentTrace.of(adjoints.primal(), 0).flag(1));
    }

    @Test
    void aVerticalTangentIsFlaggedOnTheDerivativeAlone() {
        AdjointTrace adjoints = Given.adjoints("sqrt(x)", 0);
        assertTrue(adjoints.primal().flag(1).isEmpty());
        assertEquals(Double.POSITIVE_INFINITY, adjoints.gradient()[0]);
        assertEquals(
                Flag.Kind.NOT_DIFFERENTIABLE, adjoints.flag(1).orElseThrow().kind());
    }

    @ParameterizedTest
    @CsvSource({
        "ln(x), -1",
        "ln(x), 0",
        "1/x, 0",
        "sqrt(x), -1",
        "asin(x), 1.5",
        "acos(x), -2",
        "x^0.5, -4",
        "x^(-1), 0"
    })
    void outsideOfItsDomainAnOperationHasNoDerivative(String expression, double x) {
        AdjointTrace adjoints = Given.adjoints(expression, x);
        assertFalse(Double.isFinite(adjoints.gradient()[0]));
        assertFalse(Double.isFinite(Hessian.of(adjoints)[0][0]));
        assertFalse(Double.isFinite(TangentTrace.of(adjoints.primal(), 0).tangent(1)));
    }

    @Test
    void anAdjointThatOverflowsIsFlaggedWhereItDoes() {
        AdjointTrace adjoints = Given.adjoints("(x*1e300)*1e300", 1e-300);
        assertEquals(Flag.Kind.OVERFLOW, adjoints.flag(2).orElseThrow().kind());
        assertTrue(adjoints.flag(1).isEmpty());
    }

    @Test
    void anInputThatDoesNotReachATrapKeepsItsTangent() {
        PrimalTrace primal = Given.primal("sqrt(x1) + x2", 0, 3);
        assertEquals(1, TangentTrace.of(primal, 0).tangent(2));
        assertEquals(1, AdjointTrace.of(primal, 0).adjoint(0));
    }

    @Test
    void aWholePowerOfANegativeBaseHasADerivative() {
        assertEquals(12, Given.gradient("x^3", -2)[0], 1e-12);
        assertTrue(Given.adjoints("x^3", -2).flag(1).isEmpty());
    }
}
