package backstep.server;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A network as a Wengert list: the derivatives of one example's loss by backpropagation, and the adjoints of the weights.
 *
 * @param operations how many operations the list has
 * @param expression the same program as an expression, or null where it is too long for one
 * @param at the values of its variables
 * @param output which output of the expression is the loss, from 0
 */
public record WengertAnswer(
        int example,
        int operations,
        List<RowAnswer> rows,
        double largestRelativeDifference,
        @Nullable String expression,
        Map<String, Double> at,
        int output) {

    /**
     * One weight.
     *
     * @param quantity the address of its entry of D
     * @param backprop δ·a
     * @param variable vᵢ, as LaTeX
     * @param adjoint v̄ᵢ
     */
    public record RowAnswer(
            String quantity, double backprop, String variable, double adjoint, double relativeDifference) {}
}
