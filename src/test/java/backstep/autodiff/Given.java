package backstep.autodiff;

import backstep.expression.ExpressionParser;

/** The small vocabulary of these tests. */
final class Given {

    static final String LECTURE = "ln(x1) + x1*x2 - sin(x2)";

    private Given() {}

    static WengertList list(String expression) {
        return WengertList.of(ExpressionParser.parse(expression));
    }

    static PrimalTrace primal(String expression, double... x) {
        return PrimalTrace.of(list(expression), x);
    }

    static AdjointTrace adjoints(String expression, double... x) {
        return AdjointTrace.of(primal(expression, x), 0);
    }

    static double[] gradient(String expression, double... x) {
        return adjoints(expression, x).gradient();
    }
}
