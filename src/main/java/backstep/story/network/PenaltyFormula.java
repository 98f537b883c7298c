package backstep.story.network;

import backstep.network.Penalty;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** What the penalty is and adds to a slope, λ Θ + λ₁ sign Θ, in symbols and with numbers; parts that are 0 are left out. */
record PenaltyFormula(Formulas formulas, Penalty penalty) {

    static PenaltyFormula of(Script script) {
        return new PenaltyFormula(
                script.formulas(), script.quantities().setting().penalty());
    }

    /** {@return whether large weights cost anything} */
    boolean isThere() {
        return !penalty.equals(Penalty.NONE);
    }

    /** {@return what it adds to the cost, with its sign} */
    String ofCost() {
        return (penalty.lambda() == 0 ? "" : " + \\frac{\\lambda}{2} \\sum_{l,i,j \\ne 0} {\\Theta_{ij}^{(l)}}^{2}")
                + (penalty.l1() == 0 ? "" : " + \\lambda_{1} \\sum_{l,i,j \\ne 0} \\lvert \\Theta_{ij}^{(l)} \\rvert");
    }

    /** {@return the slope of it, its parts put together with a sign} */
    String symbols(String weights, String sign) {
        return parts(sign, "\\lambda\\, " + weights, "\\lambda_{1} \\operatorname{sign} " + weights);
    }

    /** {@return the same with the numbers of a piece of Θ} */
    String numbers(Piece piece, String sign) {
        return parts(
                sign,
                times(penalty.lambda(), piece, DoubleUnaryOperator.identity()),
                times(penalty.l1(), piece, Math::signum));
    }

    private String times(double factor, Piece piece, DoubleUnaryOperator of) {
        return formulas.number(factor) + " \\times " + piece.withoutBias(of);
    }

    private String parts(String sign, String ofSquares, String ofSizes) {
        List<String> parts = new ArrayList<>();
        if (penalty.lambda() != 0) {
            parts.add(ofSquares);
        }
        if (penalty.l1() != 0) {
            parts.add(ofSizes);
        }
        return String.join(" " + sign + " ", parts);
    }
}
