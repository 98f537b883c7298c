package backstep.expression;

import backstep.expression.Expression.Binary;
import backstep.expression.Expression.Call;
import backstep.expression.Expression.Literal;
import backstep.expression.Expression.Named;
import backstep.expression.Expression.Negation;
import backstep.expression.Expression.Reference;
import backstep.expression.Expression.Variable;

/** How tightly a form of expression holds together on paper, where a fraction bar groups and ln x is written bare. */
final class LatexStrength {

    private LatexStrength() {}

    static Strength of(Expression expression) {
        return switch (expression) {
            case Literal literal -> isScientific(literal) ? Strength.SIGN : Strength.ATOM;
            case Named _, Variable _, Reference _ -> Strength.ATOM;
            case Negation _ -> Strength.SIGN;
            case Binary binary -> of(binary.operator());
            case Call call -> of(call.function());
        };
    }

    private static Strength of(BinaryOperator operator) {
        return switch (operator) {
            case ADD, SUBTRACT -> Strength.SUM;
            case MULTIPLY -> Strength.PRODUCT;
            case DIVIDE, POWER -> Strength.POWER;
        };
    }

    private static Strength of(Function function) {
        return switch (function) {
            case SQRT, ABS, MIN, MAX, SIGMOID, RELU -> Strength.ATOM;
            case EXP, LN, SIN, COS, TAN, ASIN, ACOS, ATAN, SINH, COSH, TANH -> Strength.POWER;
        };
    }

    /** 1e-3 is written as a product: 1 × 10⁻³. */
    private static boolean isScientific(Literal literal) {
        return literal.text().indexOf('e') >= 0 || literal.text().indexOf('E') >= 0;
    }
}
