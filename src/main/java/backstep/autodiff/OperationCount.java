package backstep.autodiff;

/**
 * How many arithmetic operations a sweep takes, counted rather than timed. The gradient costs a small constant times the
 * value, however many inputs there are (Baur and Strassen 1983; Griewank and Walther 2008, section 4.6).
 */
public final class OperationCount {

    private OperationCount() {}

    /** {@return the operations of the primal: one an entry} */
    public static int ofPrimal(WengertList list) {
        return list.operationCount();
    }

    /** {@return the operations of the reverse sweep: for each line its local derivative, a product and, from the second on, a sum} */
    public static int ofReverse(AdjointTrace adjoints) {
        int count = 0;
        for (int k = 1; k < adjoints.size(); k++) {
            Contribution line = adjoints.line(k);
            Operation operation = adjoints.primal().list().operation(line.through());
            count += ofPartial(operation, line.operand()) + product(operation) + (line.ordinal() > 1 ? 1 : 0);
        }
        return count;
    }

    private static int product(Operation operation) {
        return Partials.isConstant(operation) ? 0 : 1;
    }

    /** {@return the operations that a local derivative takes beyond looking up operands and value} */
    private static int ofPartial(Operation operation, int k) {
        return switch (operation) {
            case ADD, SUBTRACT, MULTIPLY, NEGATE, EXP, MIN, MAX, RELU, ABS -> 0;
            case LN, SIN, SINH, COSH -> 1;
            case DIVIDE, SQRT, TAN, COS -> k == 0 && operation == Operation.DIVIDE ? 1 : 2;
            case POWER -> k == 0 ? 3 : 2;
            case ATAN, TANH, SIGMOID -> 3;
            case ASIN, ACOS -> 5;
        };
    }
}
