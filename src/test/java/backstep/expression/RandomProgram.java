package backstep.expression;

import backstep.expression.Expression.Binary;
import backstep.expression.Expression.Call;
import backstep.expression.Expression.Literal;
import backstep.expression.Expression.Named;
import backstep.expression.Expression.Negation;
import backstep.expression.Expression.Reference;
import backstep.expression.Expression.Variable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Programs with every form of expression; a seed always gives the same one. */
final class RandomProgram {

    private static final List<String> NUMBERS = List.of("0", "2", "10", ".5", "2.", "0.125", "1e-3", "2.5E+7", "007");

    private final Random random;
    private final List<String> variables;
    private final List<Definition> definitions = new ArrayList<>();

    private RandomProgram(long seed) {
        random = new Random(seed);
        variables = new ArrayList<>(List.of("x1", "x2", "x10", "w", "loss", "a_b", "E"));
        Collections.shuffle(variables, random);
    }

    static Program of(long seed) {
        return new RandomProgram(seed).program();
    }

    private Program program() {
        int outputs = 1 + random.nextInt(4);
        for (int i = 1; i <= outputs; i++) {
            definitions.add(new Definition("f" + i, expression(random.nextInt(8))));
        }
        return new Program(variables, definitions);
    }

    private Expression expression(int depth) {
        if (depth == 0) {
            return leaf();
        }
        return switch (random.nextInt(8)) {
            case 0 -> leaf();
            case 1 -> new Negation(expression(depth - 1));
            case 2 -> call(pick(Function.values()), depth - 1);
            default ->
                new Binary(pick(BinaryOperator.values()), expression(depth - 1), expression(random.nextInt(depth)));
        };
    }

    private Expression leaf() {
        return switch (random.nextInt(5)) {
            case 0 -> literal(pick(NUMBERS.toArray(String[]::new)));
            case 1 -> new Named(pick(Constant.values()));
            case 2 ->
                definitions.isEmpty()
                        ? variable()
                        : new Reference(
                                pick(definitions.toArray(Definition[]::new)).name());
            default -> variable();
        };
    }

    private static Literal literal(String text) {
        return new Literal(Double.parseDouble(text), text);
    }

    private Variable variable() {
        return new Variable(pick(variables.toArray(String[]::new)));
    }

    private Call call(Function function, int depth) {
        return new Call(
                function,
                Stream.generate(() -> expression(depth)).limit(function.arity()).toList());
    }

    private <T> T pick(T[] from) {
        return from[random.nextInt(from.length)];
    }
}
