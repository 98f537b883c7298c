package backstep.autodiff;

import backstep.expression.BinaryOperator;
import backstep.expression.Definition;
import backstep.expression.Expression;
import backstep.expression.Function;
import backstep.expression.Latex;
import backstep.expression.Program;
import backstep.expression.TreeWalk;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Numbers the operations of a program as a lecture does: by depth from the leaves, left to right within a depth. So
 * ln(x₁) + x₁x₂ − sin(x₂) has its logarithm, product and sine as v₁, v₂, v₃ before the sum v₄ and the difference v₅.
 *
 * <p>Every operation that is written becomes an entry; a number, a negative one too, does not. Walks without recursion, so
 * that the depth of a tree is limited by memory alone.
 */
final class Numbering {

    private final Map<String, Draft> defined = new HashMap<>();
    private final List<Written> written = new ArrayList<>();
    private final WengertList.Builder builder;
    private final Map<String, Integer> inputs = new HashMap<>();
    private final Program program;

    private Numbering(Program program) {
        this.program = program;
        this.builder = WengertList.over(program.variables());
        for (String name : program.variables()) {
            inputs.put(name, inputs.size());
        }
    }

    static WengertList of(Program program) {
        return new Numbering(program).number();
    }

    private WengertList number() {
        for (Definition definition : program.definitions()) {
            defined.put(definition.name(), draft(definition.body()));
        }
        written.sort(Comparator.comparingInt(Written::depth));
        for (Written operation : written) {
            operation.made = builder.append(operation.operation, operation.operands());
        }
        for (Definition definition : program.definitions()) {
            builder.output(definition.name(), reference(definition.name()).operand());
        }
        return builder.build();
    }

    /** Evaluates the tree on a stack of drafts, as a pocket calculator would: operands first. */
    private Draft draft(Expression tree) {
        Deque<Draft> stack = new ArrayDeque<>();
        for (Expression node : TreeWalk.operandsFirst(tree)) {
            switch (node) {
                case Expression.Literal(double value, var _) -> stack.push(constant(value, Latex.of(node)));
                case Expression.Named(var constant) -> stack.push(constant(constant.value(), constant.latex()));
                case Expression.Variable(String name) -> stack.push(input(name));
                case Expression.Reference(String name) -> stack.push(reference(name));
                case Expression.Negation(var _) -> stack.push(negation(stack.pop()));
                case Expression.Binary(var operator, var _, var _) -> stack.push(binary(operation(operator), stack));
                case Expression.Call(var function, var arguments) ->
                    stack.push(
                            arguments.size() == 2
                                    ? binary(operation(function), stack)
                                    : unary(operation(function), stack));
            }
        }
        return stack.pop();
    }

    private Draft reference(String name) {
        return Objects.requireNonNull(defined.get(name), () -> name + " is not defined before it is used");
    }

    private Draft input(String name) {
        int position = Objects.requireNonNull(inputs.get(name), () -> name + " is not an input");
        return new Leaf(builder.input(position));
    }

    private static Draft constant(double value, String latex) {
        return new Leaf(new Operand.Constant(value, latex));
    }

    private Draft negation(Draft operand) {
        if (operand instanceof Leaf(Operand.Constant(double value, String latex)) && !latex.startsWith("-")) {
            return constant(-value, "-" + latex);
        }
        return write(new Written(Operation.NEGATE, List.of(operand)));
    }

    private Draft unary(Operation operation, Deque<Draft> stack) {
        return write(new Written(operation, List.of(stack.pop())));
    }

    private Draft binary(Operation operation, Deque<Draft> stack) {
        Draft right = stack.pop();
        Draft left = stack.pop();
        return write(new Written(operation, List.of(left, right)));
    }

    private Draft write(Written operation) {
        written.add(operation);
        return operation;
    }

    private static Operation operation(BinaryOperator operator) {
        return switch (operator) {
            case ADD -> Operation.ADD;
            case SUBTRACT -> Operation.SUBTRACT;
            case MULTIPLY -> Operation.MULTIPLY;
            case DIVIDE -> Operation.DIVIDE;
            case POWER -> Operation.POWER;
        };
    }

    private static Operation operation(Function function) {
        return switch (function) {
            case LN -> Operation.LN;
            case EXP -> Operation.EXP;
            case SIN -> Operation.SIN;
            case COS -> Operation.COS;
            case TAN -> Operation.TAN;
            case ASIN -> Operation.ASIN;
            case ACOS -> Operation.ACOS;
            case ATAN -> Operation.ATAN;
            case SINH -> Operation.SINH;
            case COSH -> Operation.COSH;
            case TANH -> Operation.TANH;
            case SIGMOID -> Operation.SIGMOID;
            case RELU -> Operation.RELU;
            case SQRT -> Operation.SQRT;
            case ABS -> Operation.ABS;
            case MIN -> Operation.MIN;
            case MAX -> Operation.MAX;
        };
    }

    /** An operand whose number may not be known yet. */
    private sealed interface Draft {

        int depth();

        Operand operand();
    }

    private record Leaf(Operand operand) implements Draft {

        @Override
        public int depth() {
            return 0;
        }
    }

    /** An operation in reading order, which gets its number once all depths are known. */
    private static final class Written implements Draft {

        private final Operation operation;
        private final List<Draft> drafts;
        private final int depth;
        private Operand made = new Operand.Constant(Double.NaN, "not numbered yet");

        Written(Operation operation, List<Draft> drafts) {
            this.operation = operation;
            this.drafts = drafts;
            this.depth = 1 + drafts.stream().mapToInt(Draft::depth).max().orElse(0);
        }

        @Override
        public int depth() {
            return depth;
        }

        @Override
        public Operand operand() {
            return made;
        }

        Operand[] operands() {
            return drafts.stream().map(Draft::operand).toArray(Operand[]::new);
        }
    }
}
