package backstep.expression;

import backstep.expression.Token.Kind;
import java.util.List;

/** The sentences for what can be wrong in a formula. */
record FormulaErrors(Source source) {

    ExpressionException operandExpected(Token found) {
        return source.error(found, "expected a number, a name or \"(\" " + place(found));
    }

    ExpressionException doubledStar(Token second) {
        return source.error(second, "expected one \"*\"; a power is written x^2");
    }

    /** @param expected what may stand here besides an operator, such as {@code ")"} */
    ExpressionException operatorExpected(Token found, String expected) {
        return source.error(found, "expected an operator or " + expected + " " + place(found));
    }

    /** {@return the error for two operands side by side, such as {@code 2x}} */
    ExpressionException operatorMissing(Token before, Token found) {
        if (before.is(Kind.NUMBER) && found.is(Kind.NUMBER)) {
            return source.error(found, "expected an operator between two numbers");
        }
        String product = (before.is(Kind.CLOSE) ? "(…)" : source.word(before)) + "*"
                + (found.is(Kind.OPEN) ? "(…)" : source.word(found));
        return source.error(found, "expected an operator " + place(found) + ": to multiply, write " + product);
    }

    ExpressionException strayComma(Token before, Token comma, Token after) {
        String wayOut = before.is(Kind.NUMBER) && after.is(Kind.NUMBER)
                ? ": decimals have a point, write " + source.word(before) + "." + source.word(after)
                : "";
        return source.error(comma, "\",\" only stands between the arguments of a function" + wayOut);
    }

    ExpressionException neverClosed(Token open) {
        return source.error(open, "this \"(\" is never closed");
    }

    ExpressionException neverOpened(Token close) {
        return source.error(close, "this \")\" closes no \"(\"");
    }

    ExpressionException unknownFunction(Token name, boolean meansNumber) {
        List<String> nearest = meansNumber ? List.of() : Suggestions.nearest(name.text(), Callee.spellings());
        if (!nearest.isEmpty()) {
            return source.error(name, "unknown function " + source.quoted(name) + Suggestions.didYouMean(nearest));
        }
        String product = "to multiply, write " + source.word(name) + "*(…)";
        return source.error(
                name,
                meansNumber
                        ? source.quoted(name) + " is no function: " + product
                        : "unknown function " + source.quoted(name) + "; the functions are "
                                + Suggestions.list(Callee.spellings()) + "; " + product);
    }

    ExpressionException notCalled(Token name, Token next) {
        boolean operand = next.is(Kind.NUMBER) || next.is(Kind.NAME);
        String call = source.word(name) + "(" + (operand ? source.word(next) : "…") + ")";
        String power = next.text().equals(BinaryOperator.POWER.symbol()) ? "^…" : "";
        return source.error(name, source.quoted(name) + " is a function: write " + call + power);
    }

    ExpressionException wrongArity(Token name, Callee callee, int given) {
        String takes = callee.arity() == 1 ? "1 argument" : callee.arity() + " arguments";
        return source.error(
                name, source.quoted(name) + " takes " + takes + ", was given " + (given == 0 ? "none" : given));
    }

    ExpressionException tooLarge(Token number) {
        return source.error(
                number, "the number " + source.quoted(number) + " is too large: at most " + Double.MAX_VALUE);
    }

    ExpressionException tooSmall(Token number) {
        String bound = "at least " + Double.MIN_VALUE + ", or 0";
        return source.error(number, "the number " + source.quoted(number) + " is too small: " + bound);
    }

    private String place(Token token) {
        return switch (token.kind()) {
            case END -> "at the end";
            case LINE_END -> "at the end of the line";
            case NUMBER, NAME, MINUS, OPERATOR, OPEN, CLOSE, COMMA, EQUALS, SEMICOLON ->
                "before " + source.quoted(token);
        };
    }
}
