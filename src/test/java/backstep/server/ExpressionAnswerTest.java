package backstep.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import backstep.expression.ExpressionException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExpressionAnswerTest {

    @Test
    void inputsStandInNaturalOrder() {
        assertEquals(List.of("x2", "x10"), of("y = x10*x2").inputs());
    }

    @Test
    void inputsStandAsDeclared() {
        assertEquals(List.of("x10", "x2"), of("f(x10, x2) = x10*x2").inputs());
    }

    @Test
    void everyDefinitionIsAnOutput() {
        assertEquals(List.of("f1", "f2"), of("f1 = x; f2 = f1^2").outputs());
    }

    @Test
    void textReadsAsTheSameExpression() {
        ExpressionAnswer answer = of(" y=ln( x1 )+x1 * x2 ");
        assertEquals(answer, of(answer.text()));
    }

    @Test
    void mistakeInTheTextIsRefused() {
        assertThrows(ExpressionException.class, () -> of("y = ln(x1 +"));
    }

    private static ExpressionAnswer of(String expression) {
        return Autodiff.expression(new ExpressionRequest(expression));
    }
}
