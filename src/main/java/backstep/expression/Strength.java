package backstep.expression;

import backstep.expression.Expression.Binary;
import backstep.expression.Expression.Call;
import backstep.expression.Expression.Literal;
import backstep.expression.Expression.Named;
import backstep.expression.Expression.Negation;
import backstep.expression.Expression.Reference;
import backstep.expression.Expression.Variable;

/** How tightly a form of expression holds together, from the loosest to the tightest. */
enum Strength {
    SUM,
    PRODUCT,
    SIGN,
    POWER,
    ATOM;

    /** {@return the strength of the outermost form of {@code expression}} */
    static Strength of(Expression expression) {
        return switch (expression) {
            case Binary binary -> binary.operator().strength();
            case Negation _ -> SIGN;
            case Literal _, Named _, Variable _, Reference _, Call _ -> ATOM;
        };
    }

    boolean weakerThan(Strength other) {
        return compareTo(other) < 0;
    }
}
