package backstep.autodiff;

import java.util.Arrays;
import java.util.Optional;

/** The forward primal trace: the value of every variable of a Wengert list at one point. Immutable. */
public final class PrimalTrace {

    private final WengertList list;
    private final double[] v;

    private PrimalTrace(WengertList list, double[] v) {
        this.list = list;
        this.v = v;
    }

    /**
     * Evaluates v₁ … v_m in order, one elementary operation each.
     *
     * @param x the values of the inputs, in the order of v₁₋ₙ … v₀; not modified
     * @throws IllegalArgumentException where there are not as many values as inputs
     */
    public static PrimalTrace of(WengertList list, double... x) {
        if (x.length != list.inputCount()) {
            throw new IllegalArgumentException(
                    "the list has " + list.inputCount() + " inputs, was given " + x.length + " values");
        }
        PrimalTrace trace = new PrimalTrace(list, Arrays.copyOf(x, x.length + list.operationCount()));
        for (int i = 1; i <= list.operationCount(); i++) {
            trace.v[i - list.firstIndex()] = Values.of(list.operation(i), trace.operand(i, 0), trace.operand(i, 1));
        }
        return trace;
    }

    /** {@return the list that was evaluated} */
    public WengertList list() {
        return list;
    }

    /** {@return vᵢ} */
    public double v(int i) {
        return v[i - list.firstIndex()];
    }

    /** {@return the value of an operand} */
    public double value(Operand operand) {
        return switch (operand) {
            case Operand.Variable(int i) -> v(i);
            case Operand.Constant(double value, var _) -> value;
        };
    }

    /** {@return the value of operand k of the operation that makes vᵢ; not a number where it takes no such operand} */
    public double operand(int i, int k) {
        return value(list.operand(i, k));
    }

    /** {@return the value of an output} */
    public double output(int output) {
        return value(list.outputs().get(output).operand());
    }

    /** {@return the values of the inputs} */
    public double[] x() {
        return Arrays.copyOf(v, list.inputCount());
    }

    /** {@return ∂vᵢ/∂(operand k), the local derivative of the operation that makes vᵢ} */
    public double partial(int i, int k) {
        return Partials.of(list.operation(i), k, operand(i, 0), operand(i, 1), v(i));
    }

    /** {@return ∂²vᵢ/∂(operand j)∂(operand k)} */
    public double secondPartial(int i, int j, int k) {
        return SecondPartials.of(list.operation(i), j, k, operand(i, 0), operand(i, 1), v(i));
    }

    /** {@return what is to be said of vᵢ, where it first stops being finite or has a corner} */
    public Optional<Flag> flag(int i) {
        return i < 1 ? Optional.empty() : Diagnosis.ofValue(list.operation(i), operand(i, 0), operand(i, 1), v(i));
    }

    /** {@return what is to be said of the local derivative by operand k of the operation that makes vᵢ} */
    public Optional<Flag> partialFlag(int i, int k) {
        return Diagnosis.ofPartial(list.operation(i), k, operand(i, 0), operand(i, 1), v(i));
    }
}
