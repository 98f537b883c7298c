package backstep.expression;

import backstep.expression.Expression.Binary;
import backstep.expression.Expression.Call;
import backstep.expression.Expression.Literal;
import backstep.expression.Expression.Negation;
import backstep.expression.Expression.Reference;
import backstep.expression.Expression.Variable;

/** How two factors stand side by side: with a space between them where that reads as a product, else with a dot. */
final class LatexFactors {

    private LatexFactors() {}

    /** {@return whether a space would run numbers or words into each other, or look like a call} */
    static boolean needDot(Expression left, Expression right) {
        Expression before = last(left);
        Expression after = first(right);
        return after instanceof Literal
                || isWord(before)
                || isWord(after)
                || before instanceof Literal && isFraction(after)
                || before instanceof Reference && LatexStrength.of(right).weakerThan(Strength.POWER);
    }

    static boolean startsWithBareFunction(Expression factor) {
        return factor instanceof Call call
                && LatexStrength.of(call) == Strength.POWER
                && call.function() != Function.EXP;
    }

    /** The factor that a product ends with. */
    private static Expression last(Expression factor) {
        Expression last = factor;
        while (isProduct(last) || last instanceof Negation) {
            last = last.operands().getLast();
        }
        return last;
    }

    private static boolean isProduct(Expression expression) {
        return expression instanceof Binary binary && binary.operator() == BinaryOperator.MULTIPLY;
    }

    /** What a factor begins with: the base of a power, else the factor itself. */
    private static Expression first(Expression factor) {
        return factor instanceof Binary binary && binary.operator() == BinaryOperator.POWER ? binary.left() : factor;
    }

    private static boolean isFraction(Expression expression) {
        return expression instanceof Binary binary && binary.operator() == BinaryOperator.DIVIDE;
    }

    private static boolean isWord(Expression expression) {
        return expression instanceof Variable(String name) && LatexName.isWord(name)
                || expression instanceof Reference(String other) && LatexName.isWord(other);
    }
}
