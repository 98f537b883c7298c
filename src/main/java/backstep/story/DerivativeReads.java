package backstep.story;

import backstep.autodiff.Operand;
import backstep.autodiff.Operation;
import backstep.autodiff.WengertList;
import java.util.List;
import java.util.stream.Stream;

/** Which values the formula of a local derivative reads. */
final class DerivativeReads {

    private DerivativeReads() {}

    /** {@return the values that ∂vᵢ/∂(operand k) is computed from, each once} */
    static List<Address> of(WengertList list, int i, int k) {
        Operand left = list.operand(i, 0);
        Operand right = list.operand(i, list.operation(i).arity() - 1);
        Operand value = new Operand.Variable(i);
        return variables(operands(list.operation(i), k, left, right, value));
    }

    private static Stream<Operand> operands(Operation operation, int k, Operand left, Operand right, Operand value) {
        return switch (operation) {
            case ADD, SUBTRACT, NEGATE -> Stream.of();
            case MULTIPLY -> Stream.of(k == 0 ? right : left);
            case DIVIDE -> k == 0 ? Stream.of(right) : Stream.of(value, right);
            case POWER -> k == 0 ? Stream.of(right, left) : Stream.of(value, left);
            case MIN, MAX -> Stream.of(left, right);
            case EXP, SQRT, TAN, TANH, SIGMOID -> Stream.of(value);
            case LN, SIN, COS, ASIN, ACOS, ATAN, SINH, COSH, RELU, ABS -> Stream.of(left);
        };
    }

    private static List<Address> variables(Stream<Operand> operands) {
        return operands.<Address>mapMulti((operand, sink) -> {
                    if (operand instanceof Operand.Variable(int i)) {
                        sink.accept(new Address.Value(i));
                    }
                })
                .distinct()
                .toList();
    }
}
