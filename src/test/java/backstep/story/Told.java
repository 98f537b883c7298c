package backstep.story;

import backstep.autodiff.AdjointTrace;
import backstep.autodiff.PrimalTrace;
import backstep.autodiff.TangentTrace;
import backstep.autodiff.WengertList;
import backstep.expression.ExpressionParser;
import java.util.List;

/** The small vocabulary of these tests. */
final class Told {

    static final String LECTURE = "ln(x1) + x1*x2 - sin(x2)";
    static final List<String> ONE_OF_EACH = List.of(
            "x1 + x2",
            "x1 - x2",
            "x1*x2",
            "x1/x2",
            "x1^x2",
            "min(x1, x2)",
            "max(x1, x2)",
            "-x1 + x2*0",
            "ln(x1)*exp(x2)",
            "sqrt(x1)*abs(x2)",
            "sin(x1)*cos(x2)",
            "tan(x1)*sinh(x2)",
            "asin(x1/9)*acos(x2/9)",
            "atan(x1)*cosh(x2)",
            "tanh(x1)*sigmoid(x2)",
            "relu(x1)*x2^2",
            "x1^3 - 2/x2 + x1*x1 + x2*sin(x1)*ln(x2)");

    private Told() {}

    static PrimalTrace primal(String expression, double... x) {
        return PrimalTrace.of(WengertList.of(ExpressionParser.parse(expression)), x);
    }

    static ExpressionStory reverse(String expression, double... x) {
        return ExpressionStory.reverse(AdjointTrace.of(primal(expression, x), 0), Notation.STANDARD);
    }

    static ExpressionStory forward(String expression, double... x) {
        PrimalTrace primal = primal(expression, x);
        return ExpressionStory.forward(TangentTrace.of(primal, primal.list().firstIndex()), 0, Notation.STANDARD);
    }

    static List<Step> steps(Story story) {
        return story.steps(0, story.size());
    }
}
