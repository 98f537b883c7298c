package backstep.autodiff;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The reverse adjoint trace of one output y: v̄ᵢ = ∂y/∂vᵢ for every variable, in one sweep from y back to the inputs, with a
 * line for each contribution. Immutable.
 *
 * <p>Lines come in the reverse order of the operations, the left operand of an operation first. Operations that y does not
 * depend on have none.
 */
public final class AdjointTrace {

    private static final int NO_LINE = -1;

    private final PrimalTrace primal;
    private final int output;
    private final double[] adjoints;
    private final int[] contributions;
    private final int[] latest;
    private final int[] previous;
    private final int[] target;
    private final int[] through;
    private final byte[] operand;
    private final int[] ordinal;
    private final double[] partial;
    private final double[] amount;
    private final double[] before;
    private int size;

    private AdjointTrace(PrimalTrace primal, int output) {
        WengertList list = primal.list();
        int most = 1 + 2 * list.operationCount();
        this.primal = primal;
        this.output = output;
        adjoints = new double[list.inputCount() + list.operationCount()];
        contributions = new int[adjoints.length];
        latest = new int[adjoints.length];
        Arrays.fill(latest, NO_LINE);
        previous = new int[most];
        target = new int[most];
        through = new int[most];
        operand = new byte[most];
        ordinal = new int[most];
        partial = new double[most];
        amount = new double[most];
        before = new double[most];
    }

    /**
     * Sweeps backwards from an output.
     *
     * @param output which output, from 0
     */
    public static AdjointTrace of(PrimalTrace primal, int output) {
        AdjointTrace trace = new AdjointTrace(primal, output);
        if (primal.list().outputs().get(output).operand() instanceof Operand.Variable(int y)) {
            trace.seed(y);
            trace.sweep(y);
        }
        return trace;
    }

    private void seed(int y) {
        write(y, y, 0, 1, 1);
    }

    private void sweep(int y) {
        for (int i = y; i >= 1; i--) {
            if (contributions[position(i)] > 0) {
                passOn(i);
            }
        }
    }

    /** v̄ⱼ ← v̄ⱼ + v̄ᵢ ∂vᵢ/∂vⱼ, for each operand vⱼ of vᵢ. */
    private void passOn(int i) {
        for (int k = 0; k < primal.list().operation(i).arity(); k++) {
            if (primal.list().operand(i, k) instanceof Operand.Variable(int j)) {
                double derivative = primal.partial(i, k);
                write(j, i, k, derivative, adjoint(i) * derivative);
            }
        }
    }

    private void write(int j, int i, int k, double derivative, double contribution) {
        target[size] = j;
        through[size] = i;
        operand[size] = (byte) k;
        ordinal[size] = ++contributions[position(j)];
        partial[size] = derivative;
        amount[size] = contribution;
        before[size] = adjoints[position(j)];
        previous[size] = latest[position(j)];
        adjoints[position(j)] += contribution;
        latest[position(j)] = size++;
    }

    private int position(int i) {
        return i - primal.list().firstIndex();
    }

    /** {@return the values that the sweep went back over} */
    public PrimalTrace primal() {
        return primal;
    }

    /** {@return which output was differentiated} */
    public int output() {
        return output;
    }

    /** {@return v̄ᵢ = ∂y/∂vᵢ, complete} */
    public double adjoint(int i) {
        return adjoints[position(i)];
    }

    /** {@return how many contributions v̄ᵢ has; 0 where y does not depend on vᵢ} */
    public int contributions(int i) {
        return contributions[position(i)];
    }

    /** {@return ∂y/∂x for each input, in the order of v₁₋ₙ … v₀} */
    public double[] gradient() {
        return Arrays.copyOf(adjoints, primal.list().inputCount());
    }

    /** {@return how many lines the trace has, the seed included} */
    public int size() {
        return size;
    }

    /** {@return line {@code k}, from 0, in order of execution} */
    public Contribution line(int k) {
        double adjoint = before[k] + amount[k];
        boolean last = ordinal[k] == contributions(target[k]);
        return new Contribution(
                target[k], through[k], operand[k], partial[k], amount[k], before[k], adjoint, ordinal[k], last);
    }

    /** {@return the last line up to {@code until} that wrote v̄ⱼ, if there is one} */
    public OptionalInt lineOf(int j, int until) {
        int k = latest[position(j)];
        while (k > until) {
            k = previous[k];
        }
        return k == NO_LINE ? OptionalInt.empty() : OptionalInt.of(k);
    }

    /** {@return what is to be said of line {@code k}} */
    public Optional<Flag> flag(int k) {
        Contribution line = line(k);
        if (line.isSeed()) {
            return Optional.empty();
        }
        return primal.partialFlag(line.through(), line.operand()).or(() -> overflow(line));
    }

    private Optional<Flag> overflow(Contribution line) {
        boolean finiteBefore = Double.isFinite(adjoint(line.through()))
                && Double.isFinite(line.partial())
                && Double.isFinite(line.before());
        return finiteBefore && !Double.isFinite(line.adjoint())
                ? Optional.of(Diagnosis.overflow("This adjoint"))
                : Optional.empty();
    }
}
