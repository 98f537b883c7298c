package backstep.expression;

import static backstep.expression.Unfolding.part;
import static backstep.expression.Unfolding.text;

import backstep.expression.Expression.Binary;
import backstep.expression.Expression.Call;
import backstep.expression.Expression.Literal;
import backstep.expression.Expression.Named;
import backstep.expression.Expression.Negation;
import backstep.expression.Expression.Reference;
import backstep.expression.Expression.Variable;
import backstep.expression.Unfolding.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The plain text of a tree, in the grammar that {@link ExpressionParser} reads: parsing it gives the same tree. Parentheses
 * stand only where the tree needs them, and around a minus sign that would follow another operator.
 */
public final class Printer {

    private Printer() {}

    /** {@return such as {@code ln(x1) + x1*x2 - sin(x2)}} */
    public static String of(Expression expression) {
        return Unfolding.write(pieces(expression));
    }

    /** {@return such as {@code y = ln(x1)}} */
    public static String of(Definition definition) {
        return definition.name() + " = " + of(definition.body());
    }

    /** {@return its definitions; the first one declares the variables where their natural order or their use does not} */
    public static String of(Program program) {
        String text = program.definitions().stream().map(Printer::of).collect(Collectors.joining("; "));
        if (program.impliesVariables()) {
            return text;
        }
        String name = program.definitions().getFirst().name();
        return name + "(" + String.join(", ", program.variables()) + ")" + text.substring(name.length());
    }

    private static List<Piece> pieces(Expression expression) {
        return switch (expression) {
            case Literal literal -> List.of(text(literal.text()));
            case Named named -> List.of(text(named.constant().spelling()));
            case Variable variable -> List.of(text(variable.name()));
            case Reference reference -> List.of(text(reference.name()));
            case Negation negation -> List.of(text("-"), atLeast(Strength.POWER, negation.operand()));
            case Binary binary -> List.of(left(binary), text(symbol(binary.operator())), right(binary));
            case Call call -> call(call);
        };
    }

    private static String symbol(BinaryOperator operator) {
        return switch (operator) {
            case ADD, SUBTRACT -> " " + operator.symbol() + " ";
            case MULTIPLY, DIVIDE, POWER -> operator.symbol();
        };
    }

    private static Piece left(Binary binary) {
        return switch (binary.operator()) {
            case ADD, SUBTRACT -> atLeast(Strength.SUM, binary.left());
            case MULTIPLY, DIVIDE -> atLeast(Strength.PRODUCT, binary.left());
            case POWER -> atLeast(Strength.ATOM, binary.left());
        };
    }

    private static Piece right(Binary binary) {
        Expression right = binary.right();
        return switch (binary.operator()) {
            case ADD, SUBTRACT -> startsWithSign(right) ? inParentheses(right) : atLeast(Strength.PRODUCT, right);
            case MULTIPLY, DIVIDE -> atLeast(Strength.POWER, right);
            case POWER -> atLeast(Strength.SIGN, right);
        };
    }

    /** Whether a minus sign comes first, as in −x·y; a sum would stand in parentheses. */
    private static boolean startsWithSign(Expression expression) {
        Expression first = expression;
        while (first instanceof Binary binary && binary.operator().strength() == Strength.PRODUCT) {
            first = binary.left();
        }
        return first instanceof Negation;
    }

    private static List<Piece> call(Call call) {
        List<Piece> pieces = new ArrayList<>();
        pieces.add(text(call.function().spelling()));
        String before = "(";
        for (Expression argument : call.arguments()) {
            pieces.add(text(before));
            pieces.add(part(() -> pieces(argument)));
            before = ", ";
        }
        pieces.add(text(")"));
        return pieces;
    }

    private static Piece atLeast(Strength needed, Expression expression) {
        return Strength.of(expression).weakerThan(needed) ? inParentheses(expression) : part(() -> pieces(expression));
    }

    private static Piece inParentheses(Expression expression) {
        return part(() -> List.of(text("("), part(() -> pieces(expression)), text(")")));
    }
}
