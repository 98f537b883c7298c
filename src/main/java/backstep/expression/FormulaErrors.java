package backstep.expression;

import backstep.expression.Token.Kind;
import java.util.List;

/** The sentences for what can be wrong in a formula. */
record FormulaErrors(Source source) {

    ExpressionException operandExpected(Token found) {
        return source.error(found, "expected a number, a name or \"(\" " + place(found));
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
        String known = meansNumber ? "" : "; the functions are " + Suggestions.list(Callee.spellings());
        return source.error(
                name,
                source.quoted(name) + " is no function: to multiply, write " + source.word(name) + "*(…)" + known);
    }

    ExpressionException notCalled(Token name, Token next) {
        boolean operand = next.is(Kind.NUMBER) || next.is(Kind.NAME);
        String argument = operand ? source.word(next) : "…";
        String sentence = " is a function: write " + source.word(name) + "(" + argument + ")";
        return source.error(name, source.quoted(name) + sentence);
    }

    ExpressionException wrongArity(Token name, Callee callee, int given) {
        String takes = callee.arity() == 1 ? "1 argument" : callee.arity() + " arguments";
        return source.error(
                name, source.quoted(name) + " takes " + takes + ", was given " + (given == 0 ? "none" : given));
    }

    ExpressionException outOfRange(Token number) {
        return source.error(
                number,
                "the number " + source.quoted(number)
                        + " does not fit: write 0, or one between 4.9e-324 and 1.7976931348623157e308");
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
