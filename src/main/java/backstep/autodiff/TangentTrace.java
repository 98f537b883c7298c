package backstep.autodiff;

import java.util.Optional;

/** The forward tangent trace of one input x: v̇ᵢ = ∂vᵢ/∂x for every variable, beside the primal. Immutable. */
public final class TangentTrace {

    private final PrimalTrace primal;
    private final int input;
    private final double[] tangents;
    private final boolean[] depends;

    private TangentTrace(PrimalTrace primal, int input) {
        this.primal = primal;
        this.input = input;
        this.tangents = new double[primal.list().inputCount() + primal.list().operationCount()];
        this.depends = new boolean[tangents.length];
    }

    /**
     * Sweeps forwards from a seed of 1 at one input and 0 at the others.
     *
     * @param input the index of the seed, 1 − n … 0
     */
    public static TangentTrace of(PrimalTrace primal, int input) {
        TangentTrace trace = new TangentTrace(primal, input);
        trace.write(input, 1, true);
        for (int i = 1; i <= primal.list().operationCount(); i++) {
            trace.write(i, trace.sum(i), trace.anyOperandDepends(i));
        }
        return trace;
    }

    private void write(int i, double tangent, boolean dependsOnSeed) {
        tangents[i - primal.list().firstIndex()] = tangent;
        depends[i - primal.list().firstIndex()] = dependsOnSeed;
    }

    /** v̇ᵢ = Σ ∂vᵢ/∂vⱼ v̇ⱼ over the operands vⱼ of vᵢ. */
    private double sum(int i) {
        double sum = 0;
        for (int k = 0; k < primal.list().operation(i).arity(); k++) {
            sum += term(i, k);
        }
        return sum;
    }

    private boolean anyOperandDepends(int i) {
        return primal.list().operands(i).stream()
                .anyMatch(operand -> operand instanceof Operand.Variable(int j) && depends(j));
    }

    /** {@return the values that the sweep went over} */
    public PrimalTrace primal() {
        return primal;
    }

    /** {@return the index of the input that was seeded} */
    public int input() {
        return input;
    }

    /** {@return v̇ᵢ = ∂vᵢ/∂x} */
    public double tangent(int i) {
        return tangents[i - primal.list().firstIndex()];
    }

    /** {@return whether vᵢ is computed from the seeded input} */
    public boolean depends(int i) {
        return depends[i - primal.list().firstIndex()];
    }

    /** {@return ∂vᵢ/∂vⱼ v̇ⱼ for operand k of the operation that makes vᵢ; 0 where vⱼ does not depend on the seed} */
    public double term(int i, int k) {
        return primal.list().operand(i, k) instanceof Operand.Variable(int j) && depends(j)
                ? primal.partial(i, k) * tangent(j)
                : 0;
    }

    /** {@return what is to be said of v̇ᵢ} */
    public Optional<Flag> flag(int i) {
        if (i < 1) {
            return Optional.empty();
        }
        return flagOfPartial(i, 0).or(() -> flagOfPartial(i, 1)).or(() -> overflow(i));
    }

    private Optional<Flag> flagOfPartial(int i, int k) {
        boolean used = k < primal.list().operation(i).arity()
                && primal.list().operand(i, k) instanceof Operand.Variable(int j)
                && depends(j);
        return used ? primal.partialFlag(i, k) : Optional.empty();
    }

    private Optional<Flag> overflow(int i) {
        boolean finiteBefore = Double.isFinite(primal.v(i))
                && primal.list().operands(i).stream().allMatch(operand -> Double.isFinite(tangentOf(operand)));
        return finiteBefore && !Double.isFinite(tangent(i))
                ? Optional.of(Diagnosis.overflow("This tangent"))
                : Optional.empty();
    }

    private double tangentOf(Operand operand) {
        return operand instanceof Operand.Variable(int j) ? tangent(j) : 0;
    }
}
