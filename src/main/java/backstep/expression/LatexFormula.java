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
import java.util.List;

/** The LaTeX of a tree, with parentheses only where the tree could be misread. */
final class LatexFormula {

    /** What comes behind an expression; a factor would be taken for a part of an argument without parentheses. */
    private enum Behind {
        NO_FACTOR,
        FACTOR
    }

    private LatexFormula() {}

    static List<Piece> pieces(Expression expression) {
        return pieces(expression, Behind.NO_FACTOR);
    }

    private static List<Piece> pieces(Expression expression, Behind behind) {
        return switch (expression) {
            case Literal literal -> List.of(text(number(literal)));
            case Named named -> List.of(text(named.constant().latex()));
            case Variable variable -> List.of(text(LatexName.of(variable.name())));
            case Reference reference -> List.of(text(LatexName.of(reference.name())));
            case Negation negation -> negation(negation, behind);
            case Binary binary -> binary(binary, behind);
            case Call call -> call(call, behind);
        };
    }

    private static String number(Literal literal) {
        String[] parts = literal.text().split("[eE]");
        return parts.length == 1 ? parts[0] : parts[0] + " \\times 10^{" + parts[1].replace("+", "") + "}";
    }

    private static List<Piece> negation(Negation negation, Behind behind) {
        Expression operand = negation.operand();
        boolean bare =
                !(operand instanceof Negation) && !LatexStrength.of(operand).weakerThan(Strength.SIGN);
        return List.of(text("-"), bare ? part(() -> pieces(operand, behind)) : inParentheses(operand));
    }

    private static List<Piece> binary(Binary binary, Behind behind) {
        Expression left = binary.left();
        Expression right = binary.right();
        return switch (binary.operator()) {
            case ADD -> List.of(whole(left), text(" + "), addend(right));
            case SUBTRACT -> List.of(whole(left), text(" - "), addend(right));
            case MULTIPLY -> product(left, right, behind);
            case DIVIDE -> List.of(text("\\frac{"), whole(left), text("}{"), whole(right), text("}"));
            case POWER -> List.of(atLeast(Strength.ATOM, left), text("^{"), whole(right), text("}"));
        };
    }

    private static Piece addend(Expression right) {
        boolean bare = !LatexStrength.of(right).weakerThan(Strength.PRODUCT) && !startsWithSign(right);
        return bare ? whole(right) : inParentheses(right);
    }

    private static boolean startsWithSign(Expression expression) {
        Expression first = expression;
        while (first instanceof Binary binary && binary.operator() == BinaryOperator.MULTIPLY) {
            first = binary.left();
        }
        return first instanceof Negation;
    }

    private static List<Piece> product(Expression left, Expression right, Behind behind) {
        Behind behindLeft = LatexFactors.startsWithBareFunction(right) ? Behind.NO_FACTOR : Behind.FACTOR;
        Piece first = LatexStrength.of(left).weakerThan(Strength.PRODUCT)
                ? inParentheses(left)
                : part(() -> pieces(left, behindLeft));
        Piece second = LatexStrength.of(right).weakerThan(Strength.POWER)
                ? inParentheses(right)
                : part(() -> pieces(right, behind));
        return List.of(first, text(LatexFactors.needDot(left, right) ? " \\cdot " : " "), second);
    }

    private static List<Piece> call(Call call, Behind behind) {
        Expression first = call.arguments().getFirst();
        return switch (call.function()) {
            case EXP -> List.of(text("e^{"), whole(first), text("}"));
            case SQRT -> List.of(text("\\sqrt{"), whole(first), text("}"));
            case ABS -> List.of(text("\\left\\lvert "), whole(first), text(" \\right\\rvert"));
            case MIN -> two("\\min", call);
            case MAX -> two("\\max", call);
            case SIGMOID -> List.of(text("\\sigma"), inParentheses(first));
            case RELU -> List.of(text("\\operatorname{relu}"), inParentheses(first));
            case LN -> applied("\\ln", first, behind);
            case SIN -> applied("\\sin", first, behind);
            case COS -> applied("\\cos", first, behind);
            case TAN -> applied("\\tan", first, behind);
            case ASIN -> applied("\\arcsin", first, behind);
            case ACOS -> applied("\\arccos", first, behind);
            case ATAN -> applied("\\arctan", first, behind);
            case SINH -> applied("\\sinh", first, behind);
            case COSH -> applied("\\cosh", first, behind);
            case TANH -> applied("\\tanh", first, behind);
        };
    }

    private static List<Piece> applied(String command, Expression argument, Behind behind) {
        boolean bare = behind == Behind.NO_FACTOR
                && argument.operands().isEmpty()
                && LatexStrength.of(argument) == Strength.ATOM;
        return bare ? List.of(text(command + " "), whole(argument)) : List.of(text(command), inParentheses(argument));
    }

    private static List<Piece> two(String command, Call call) {
        Expression first = call.arguments().getFirst();
        Expression second = call.arguments().getLast();
        return List.of(text(command + "\\left("), whole(first), text(", "), whole(second), text("\\right)"));
    }

    private static Piece atLeast(Strength needed, Expression expression) {
        return LatexStrength.of(expression).weakerThan(needed) ? inParentheses(expression) : whole(expression);
    }

    private static Piece whole(Expression expression) {
        return part(() -> pieces(expression, Behind.NO_FACTOR));
    }

    private static Piece inParentheses(Expression expression) {
        return part(() -> List.of(text("\\left("), whole(expression), text("\\right)")));
    }
}
