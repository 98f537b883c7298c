package backstep.network;

import backstep.expression.BinaryOperator;
import backstep.expression.Expression;
import backstep.expression.Function;
import java.util.List;

/** Writes formulas of the expression grammar, without factors of 1 and terms of 0. */
final class Formulas {

    private Formulas() {}

    static Expression number(double value) {
        return value < 0 ? negative(Expression.Literal.of(-value)) : Expression.Literal.of(Math.abs(value));
    }

    static Expression sum(List<Expression> terms) {
        return terms.stream().reduce(Formulas::plus).orElse(number(0));
    }

    static Expression plus(Expression left, Expression right) {
        return new Expression.Binary(BinaryOperator.ADD, left, right);
    }

    static Expression minus(Expression left, Expression right) {
        return new Expression.Binary(BinaryOperator.SUBTRACT, left, right);
    }

    static Expression negative(Expression operand) {
        return new Expression.Negation(operand);
    }

    static Expression times(Expression left, Expression right) {
        return new Expression.Binary(BinaryOperator.MULTIPLY, left, right);
    }

    /** {@return factor · formula, or the formula where the factor is 1} */
    static Expression scaled(double factor, Expression formula) {
        return factor == 1 ? formula : times(number(factor), formula);
    }

    static Expression over(Expression left, Expression right) {
        return new Expression.Binary(BinaryOperator.DIVIDE, left, right);
    }

    static Expression squared(Expression base) {
        return new Expression.Binary(BinaryOperator.POWER, base, number(2));
    }

    static Expression absolute(Expression operand) {
        return call(Function.ABS, operand);
    }

    static Expression call(Function function, Expression... arguments) {
        return new Expression.Call(function, List.of(arguments));
    }
}
