package backstep.expression;

import backstep.expression.Expression.Binary;
import backstep.expression.Expression.Call;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What can be called by name: the functions, a second spelling of one, and the power written as a call. */
record Callee(String spelling, int arity, Meaning meaning) {

    private static final Map<String, Callee> KNOWN = known();

    /** Turns the arguments into a tree. */
    @FunctionalInterface
    interface Meaning {
        Expression of(List<Expression> arguments);
    }

    static Optional<Callee> of(String spelling) {
        return Optional.ofNullable(KNOWN.get(spelling));
    }

    static Set<String> spellings() {
        return KNOWN.keySet();
    }

    private static Map<String, Callee> known() {
        Map<String, Callee> known = new LinkedHashMap<>();
        for (Function function : Function.values()) {
            known.put(function.spelling(), function(function.spelling(), function));
        }
        known.put("log", function("log", Function.LN));
        known.put("pow", new Callee("pow", 2, Callee::power));
        return known;
    }

    private static Callee function(String spelling, Function function) {
        return new Callee(spelling, function.arity(), arguments -> new Call(function, arguments));
    }

    private static Expression power(List<Expression> arguments) {
        return new Binary(BinaryOperator.POWER, arguments.get(0), arguments.get(1));
    }
}
