package backstep.autodiff;

/**
 * The Hessian of one output, forward over reverse: each reverse line v̄ⱼ ← v̄ⱼ + v̄ᵢ ∂vᵢ/∂vⱼ is differentiated in the direction
 * of an input, which gives a row of ∂²y/∂x² a sweep.
 */
public final class Hessian {

    private final AdjointTrace adjoints;
    private final TangentTrace tangents;
    private final double[] adjointTangents;

    private Hessian(AdjointTrace adjoints, TangentTrace tangents) {
        this.adjoints = adjoints;
        this.tangents = tangents;
        this.adjointTangents = new double[list().inputCount() + list().operationCount()];
    }

    /** {@return ∂²y/∂xᵢ∂xⱼ [inputs × inputs] of the output that was differentiated} */
    public static double[][] of(AdjointTrace adjoints) {
        WengertList list = adjoints.primal().list();
        double[][] hessian = new double[list.inputCount()][];
        for (int row = 0; row < hessian.length; row++) {
            hessian[row] = new Hessian(adjoints, TangentTrace.of(adjoints.primal(), list.firstIndex() + row)).row();
        }
        return hessian;
    }

    private double[] row() {
        for (int k = 1; k < adjoints.size(); k++) {
            add(adjoints.line(k));
        }
        return java.util.Arrays.copyOf(adjointTangents, list().inputCount());
    }

    /** d(v̄ᵢ ∂vᵢ/∂vⱼ) = dv̄ᵢ ∂vᵢ/∂vⱼ + v̄ᵢ d(∂vᵢ/∂vⱼ). */
    private void add(Contribution line) {
        double ofAdjoint = adjointTangents[position(line.through())] * line.partial();
        double ofPartial = adjoints.adjoint(line.through()) * partialTangent(line.through(), line.operand());
        adjointTangents[position(line.target())] += ofAdjoint + ofPartial;
    }

    /** d(∂vᵢ/∂vⱼ) = Σ ∂²vᵢ/∂vⱼ∂vₖ v̇ₖ over the operands vₖ of vᵢ. */
    private double partialTangent(int i, int j) {
        double sum = 0;
        for (int k = 0; k < list().operation(i).arity(); k++) {
            if (list().operand(i, k) instanceof Operand.Variable(int operand) && tangents.depends(operand)) {
                sum += adjoints.primal().secondPartial(i, j, k) * tangents.tangent(operand);
            }
        }
        return sum;
    }

    private WengertList list() {
        return adjoints.primal().list();
    }

    private int position(int i) {
        return i - list().firstIndex();
    }
}
