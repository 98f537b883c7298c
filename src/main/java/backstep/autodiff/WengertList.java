package backstep.autodiff;

import backstep.expression.Program;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The evaluation of a program as a list of elementary operations, one a line (R. E. Wengert, <i>A simple automatic derivative
 * evaluation program</i>, 1964). Immutable; it holds no values: those are the business of a trace.
 */
public final class WengertList {

    private final List<String> inputs;
    private final List<Output> outputs;
    private final Operation[] operations;
    private final Operand[] left;
    private final Operand[] right;

    private WengertList(Builder builder) {
        inputs = builder.inputs;
        outputs = List.copyOf(builder.outputs);
        operations = builder.operations.toArray(Operation[]::new);
        left = builder.left.toArray(Operand[]::new);
        right = builder.right.toArray(Operand[]::new);
    }

    /** {@return the list of a program, numbered by depth from the leaves, left to right within a depth} */
    public static WengertList of(Program program) {
        return Numbering.of(program);
    }

    /** {@return a builder of a list over these inputs, which become v₁₋ₙ … v₀} */
    public static Builder over(List<String> inputs) {
        return new Builder(inputs);
    }

    /** {@return the names of the inputs, in the order of v₁₋ₙ … v₀} */
    public List<String> inputs() {
        return inputs;
    }

    /** {@return the outputs, in the order in which they were written} */
    public List<Output> outputs() {
        return outputs;
    }

    /** {@return n, the number of inputs} */
    public int inputCount() {
        return inputs.size();
    }

    /** {@return m, the number of operations} */
    public int operationCount() {
        return operations.length;
    }

    /** {@return the index of the first input, 1 − n} */
    public int firstIndex() {
        return 1 - inputCount();
    }

    /** {@return the name of the input vᵢ, i ≤ 0} */
    public String input(int i) {
        return inputs.get(i - firstIndex());
    }

    /** {@return the index of the input of that name} */
    public int indexOf(String input) {
        int position = inputs.indexOf(input);
        if (position < 0) {
            throw new IllegalArgumentException(
                    "no input is named " + input + "; there are " + String.join(", ", inputs));
        }
        return firstIndex() + position;
    }

    /** {@return the operation that makes vᵢ, i ≥ 1} */
    public Operation operation(int i) {
        return operations[i - 1];
    }

    /** {@return operand k (0 the left, 1 the right) of the operation that makes vᵢ, i ≥ 1} */
    public Operand operand(int i, int k) {
        return k == 0 ? left[i - 1] : right[i - 1];
    }

    /** {@return the operands of the operation that makes vᵢ, i ≥ 1} */
    public List<Operand> operands(int i) {
        return operation(i).arity() == 1 ? List.of(left[i - 1]) : List.of(left[i - 1], right[i - 1]);
    }

    /** Collects operations in evaluation order. */
    public static final class Builder {

        private static final Operand NONE = new Operand.Constant(Double.NaN, "");

        private final List<String> inputs;
        private final List<Output> outputs = new ArrayList<>();
        private final List<Operation> operations = new ArrayList<>();
        private final List<Operand> left = new ArrayList<>();
        private final List<Operand> right = new ArrayList<>();

        private Builder(List<String> inputs) {
            this.inputs = List.copyOf(inputs);
        }

        /** {@return the input at {@code position}, from 0} */
        public Operand.Variable input(int position) {
            return new Operand.Variable(position + 1 - inputs.size());
        }

        /** {@return a constant, written in Java's shortest form} */
        public Operand.Constant constant(double value) {
            return new Operand.Constant(
                    value, value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value));
        }

        /**
         * Appends one operation.
         *
         * @return the variable that it makes
         * @throws IllegalArgumentException where the operation takes another number of operands, or one is not made yet
         */
        public Operand.Variable append(Operation operation, Operand... operands) {
            requireFit(operation, operands);
            operations.add(operation);
            left.add(operands[0]);
            right.add(operation.arity() == 2 ? operands[1] : NONE);
            return new Operand.Variable(operations.size());
        }

        /** Names a result. */
        public Builder output(String name, Operand operand) {
            outputs.add(new Output(name, operand));
            return this;
        }

        /** {@return the list as it stands} */
        public WengertList build() {
            return new WengertList(this);
        }

        private void requireFit(Operation operation, Operand... operands) {
            if (operands.length != operation.arity()) {
                throw new IllegalArgumentException(operation + " takes " + operation.arity() + " operands, was given "
                        + operands.length + ": " + Arrays.toString(operands));
            }
            for (Operand operand : operands) {
                if (operand instanceof Operand.Variable(int i) && (i > operations.size() || i < 1 - inputs.size())) {
                    throw new IllegalArgumentException("v" + i + " is not made yet; the list goes from v"
                            + (1 - inputs.size()) + " to v" + operations.size());
                }
            }
        }
    }
}
