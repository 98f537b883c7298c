package backstep.network;

import backstep.expression.Expression;
import backstep.expression.Function;
import java.util.ArrayList;
import java.util.List;

/** The loss of one example, or its log-likelihood, written with elementary operations of its outputs. */
final class LossFormula {

    private LossFormula() {}

    /**
     * {@return ℓ(y, ŷ), or −ℓ in the convention of the log-likelihood; terms with the factor 0 are left out}
     *
     * @param yHat the outputs ŷ₁ … ŷ_K
     * @param y the targets
     */
    static Expression of(Objective objective, List<Expression> yHat, double[] y) {
        return switch (objective.loss()) {
            case BINARY_CROSS_ENTROPY -> signed(objective.sign(), logarithms(yHat, y, true));
            case CROSS_ENTROPY -> signed(objective.sign(), logarithms(yHat, y, false));
            case SQUARED_ERROR -> Formulas.sum(squares(yHat, y));
            case HALF_SQUARED_ERROR -> Formulas.over(Formulas.sum(squares(yHat, y)), Formulas.number(2));
        };
    }

    private static Expression signed(Sign sign, List<Expression> logLikelihood) {
        Expression sum = Formulas.sum(logLikelihood);
        return sign == Sign.LOG_LIKELIHOOD || logLikelihood.isEmpty() ? sum : Formulas.negative(sum);
    }

    /** y ln ŷ for each output, each with (1 − y) ln(1 − ŷ) behind it where the others count too. */
    private static List<Expression> logarithms(List<Expression> yHat, double[] y, boolean others) {
        List<Expression> terms = new ArrayList<>();
        for (int k = 0; k < y.length; k++) {
            if (y[k] != 0) {
                terms.add(Formulas.scaled(y[k], Formulas.call(Function.LN, yHat.get(k))));
            }
            if (others && y[k] != 1) {
                Expression rest = Formulas.minus(Formulas.number(1), yHat.get(k));
                terms.add(Formulas.scaled(1 - y[k], Formulas.call(Function.LN, rest)));
            }
        }
        return terms;
    }

    private static List<Expression> squares(List<Expression> yHat, double[] y) {
        List<Expression> squares = new ArrayList<>();
        for (int k = 0; k < y.length; k++) {
            squares.add(Formulas.squared(Formulas.minus(Formulas.number(y[k]), yHat.get(k))));
        }
        return squares;
    }
}
