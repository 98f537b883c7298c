package backstep.autodiff;

/** The Jacobian of a Wengert list: the derivative of every output by every input. */
public final class Jacobian {

    private Jacobian() {}

    /** {@return ∂yᵢ/∂xⱼ [outputs × inputs], by one reverse sweep an output} */
    public static double[][] of(PrimalTrace primal) {
        double[][] jacobian = new double[primal.list().outputs().size()][];
        for (int output = 0; output < jacobian.length; output++) {
            jacobian[output] = AdjointTrace.of(primal, output).gradient();
        }
        return jacobian;
    }

    /** {@return ∂yᵢ/∂xⱼ [outputs × inputs], by one forward sweep an input} */
    public static double[][] forward(PrimalTrace primal) {
        WengertList list = primal.list();
        double[][] jacobian = new double[list.outputs().size()][list.inputCount()];
        for (int input = 0; input < list.inputCount(); input++) {
            TangentTrace tangents = TangentTrace.of(primal, list.firstIndex() + input);
            for (int output = 0; output < jacobian.length; output++) {
                jacobian[output][input] =
                        derivative(tangents, list.outputs().get(output).operand());
            }
        }
        return jacobian;
    }

    private static double derivative(TangentTrace tangents, Operand output) {
        return output instanceof Operand.Variable(int i) ? tangents.tangent(i) : 0;
    }
}
