package backstep.expression;

import backstep.expression.Expression.Binary;
import backstep.expression.Expression.Literal;
import backstep.expression.Expression.Negation;
import backstep.expression.Pending.Application;
import backstep.expression.Pending.Bracket;
import backstep.expression.Pending.Group;
import backstep.expression.Pending.Infix;
import backstep.expression.Pending.Operation;
import backstep.expression.Pending.Sign;
import backstep.expression.Token.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/**
 * Reads one formula by operator precedence with two stacks (Dijkstra 1961): the operands that are ready, and the operators
 * and brackets that wait for theirs. It does not recurse, so that nesting costs no stack of the thread.
 */
final class FormulaParser {

    private final Scope scope;
    private final Limits limits;
    private final FormulaErrors errors;
    private final List<Token> tokens;
    private final Deque<Expression> ready = new ArrayDeque<>();
    private final Deque<Pending> pending = new ArrayDeque<>();
    private int at;

    /** @param tokens those of the formula, then the one that ends the statement */
    FormulaParser(Source source, Scope scope, Limits limits, List<Token> tokens) {
        this.scope = scope;
        this.limits = limits;
        this.errors = new FormulaErrors(source);
        this.tokens = tokens;
    }

    Expression parse() {
        readOperand();
        while (!current().endsStatement()) {
            readOperator();
        }
        completeOperations();
        if (pending.peek() instanceof Bracket bracket) {
            throw errors.neverClosed(bracket.open());
        }
        return ready.pop();
    }

    private Token current() {
        return tokens.get(at);
    }

    private Token next() {
        return tokens.get(at + 1);
    }

    /** Reads signs, opening parentheses and calls, up to and with the number or name behind them. */
    private void readOperand() {
        while (opens(current())) {
            at++;
        }
        Token token = current();
        if (!token.is(Kind.NUMBER) && !token.is(Kind.NAME)) {
            throw afterStar(token) ? errors.doubledStar(token) : errors.operandExpected(token);
        }
        ready.push(token.is(Kind.NUMBER) ? number(token) : scope.resolve(token));
        at++;
    }

    private boolean afterStar(Token token) {
        String star = BinaryOperator.MULTIPLY.symbol();
        return at > 0 && token.text().equals(star) && tokens.get(at - 1).text().equals(star);
    }

    private boolean opens(Token token) {
        switch (token.kind()) {
            case MINUS -> sign(token);
            case OPEN -> open(new Group(token));
            case NAME -> {
                return opensCall(token);
            }
            case NUMBER, OPERATOR, CLOSE, COMMA, EQUALS, SEMICOLON, LINE_END, END -> {
                return false;
            }
        }
        return true;
    }

    private void sign(Token minus) {
        limits.enter(minus);
        pending.push(new Sign());
    }

    private void open(Bracket bracket) {
        limits.enter(bracket.open());
        pending.push(bracket);
    }

    private boolean opensCall(Token name) {
        boolean called = next().is(Kind.OPEN);
        if (called) {
            openCall(name);
        } else if (Names.isFunction(name.text())) {
            throw errors.notCalled(name, next());
        }
        return called;
    }

    private void openCall(Token name) {
        Callee callee = Callee.of(name.text()).orElseThrow(() -> errors.unknownFunction(name, scope.knows(name)));
        at++;
        open(new Application(name, current(), callee, ready.size()));
        if (next().is(Kind.CLOSE)) {
            throw errors.wrongArity(name, callee, 0);
        }
    }

    private Literal number(Token token) {
        double value = Double.parseDouble(token.text());
        if (Double.isInfinite(value)) {
            throw errors.tooLarge(token);
        }
        if (value == 0 && token.text().matches("[0.]*[1-9].*")) {
            throw errors.tooSmall(token);
        }
        return new Literal(value, token.text());
    }

    private void readOperator() {
        Token token = current();
        switch (token.kind()) {
            case OPERATOR, MINUS -> infix(token);
            case CLOSE -> close(token);
            case COMMA -> comma(token);
            case NUMBER, NAME, OPEN, EQUALS, SEMICOLON, LINE_END, END -> throw unexpected(token);
        }
    }

    private void infix(Token token) {
        BinaryOperator operator = BinaryOperator.of(token.text());
        while (pending.peek() instanceof Operation waiting && waiting.comesBefore(operator)) {
            complete(waiting);
        }
        if (operator == BinaryOperator.POWER) {
            limits.enter(token);
        }
        pending.push(new Infix(operator));
        at++;
        readOperand();
    }

    private void completeOperations() {
        while (pending.peek() instanceof Operation waiting) {
            complete(waiting);
        }
    }

    private void complete(Operation operation) {
        pending.pop();
        Expression right = ready.pop();
        ready.push(
                switch (operation) {
                    case Infix(BinaryOperator operator) -> new Binary(operator, ready.pop(), right);
                    case Sign() -> new Negation(right);
                });
        if (!(operation instanceof Infix(BinaryOperator operator)) || operator == BinaryOperator.POWER) {
            limits.leave();
        }
    }

    private void close(Token token) {
        completeOperations();
        if (pending.isEmpty()) {
            throw errors.neverOpened(token);
        }
        if (pending.pop() instanceof Application application) {
            ready.push(call(application));
        }
        limits.leave();
        at++;
    }

    private Expression call(Application application) {
        int given = ready.size() - application.before();
        if (given != application.callee().arity()) {
            throw errors.wrongArity(application.name(), application.callee(), given);
        }
        List<Expression> arguments = new ArrayList<>();
        for (int i = 0; i < given; i++) {
            arguments.add(ready.pop());
        }
        Collections.reverse(arguments);
        return application.callee().meaning().of(arguments);
    }

    private void comma(Token token) {
        completeOperations();
        if (!(pending.peek() instanceof Application)) {
            throw errors.strayComma(tokens.get(at - 1), token, next());
        }
        at++;
        readOperand();
    }

    private ExpressionException unexpected(Token token) {
        completeOperations();
        if (pending.peek() instanceof Bracket bracket && startsDefinition(token)) {
            return errors.neverClosed(bracket.open());
        }
        return token.startsOperand()
                ? errors.operatorMissing(tokens.get(at - 1), token)
                : errors.operatorExpected(token, pending.isEmpty() ? "the end" : "\")\"");
    }

    private boolean startsDefinition(Token token) {
        return token.is(Kind.EQUALS) || token.is(Kind.NAME) && next().is(Kind.EQUALS);
    }
}
