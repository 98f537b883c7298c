package backstep.expression;

import backstep.expression.Expression.Named;
import backstep.expression.Expression.Reference;
import backstep.expression.Expression.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What the names of a text mean: constants, variables, and the definitions made so far. */
final class Scope {

    private final Source source;
    private final Limits limits;
    private final Set<String> declared = new LinkedHashSet<>();
    private final Map<String, Token> firstUses = new LinkedHashMap<>();
    private final Set<String> defined = new LinkedHashSet<>();
    private String current = "";
    private boolean closed;

    Scope(Source source, Limits limits) {
        this.source = source;
        this.limits = limits;
    }

    /** Takes the variables of {@code f(x2, x1) = …}: the first definition sets them, a later one may only repeat them. */
    void declare(Token definition, List<Token> names) {
        List<String> repeated = names.stream().map(Token::text).toList();
        if (closed && !repeated.equals(List.copyOf(declared))) {
            throw source.error(definition, "all definitions have the variables of the first one, " + sharedVariables());
        }
        if (!closed && !defined.isEmpty()) {
            throw source.error(definition, "variables can only be declared in the first definition");
        }
        if (!closed) {
            names.forEach(this::declareOne);
        }
        closed = true;
    }

    private String sharedVariables() {
        return "(" + Suggestions.list(declared) + ")";
    }

    private void declareOne(Token name) {
        requireFree(name, "a variable");
        if (name.text().equals(current)) {
            throw source.error(name, source.quoted(name) + " cannot be a variable of itself");
        }
        if (!declared.add(name.text())) {
            throw source.error(name, "the variable " + source.quoted(name) + " is declared twice");
        }
        limits.variables(declared.size(), name);
    }

    /** Begins the definition of {@code name}. */
    void begin(Token name) {
        requireFree(name, "a definition");
        if (defined.contains(name.text())) {
            throw source.error(name, source.quoted(name) + " is defined twice");
        }
        if (declared.contains(name.text())) {
            throw source.error(name, source.quoted(name) + " is a variable, so a definition needs another name");
        }
        if (firstUses.containsKey(name.text())) {
            throw usedBefore(firstUses.get(name.text()));
        }
        current = name.text();
    }

    private ExpressionException usedBefore(Token use) {
        return source.error(
                use, source.quoted(use) + " is used before it is defined; move its definition to the front");
    }

    /** Ends the definition that was begun; those that follow can use it. */
    void end() {
        defined.add(current);
        current = "";
    }

    private void requireFree(Token name, String what) {
        if (Names.isConstant(name.text())) {
            throw source.error(name, source.quoted(name) + " is a constant, so " + what + " needs another name");
        }
        if (Names.isFunction(name.text())) {
            throw source.error(name, source.quoted(name) + " is a function, so " + what + " needs another name");
        }
    }

    /** {@return what {@code name} stands for where it is used} */
    Expression resolve(Token name) {
        if (name.text().equals(current)) {
            throw source.error(name, source.quoted(name) + " cannot be used in its own definition");
        }
        return Constant.of(name.text()).<Expression>map(Named::new).orElseGet(() -> quantity(name));
    }

    private Expression quantity(Token name) {
        if (defined.contains(name.text())) {
            return new Reference(name.text());
        }
        if (closed && !declared.contains(name.text())) {
            throw source.error(name, undeclared(name));
        }
        firstUses.putIfAbsent(name.text(), name);
        limits.variables(firstUses.size(), name);
        return new Variable(name.text());
    }

    private String undeclared(Token name) {
        List<String> nearest = Suggestions.nearest(
                name.text(), Stream.concat(declared.stream(), defined.stream()).toList());
        String wayOut =
                nearest.isEmpty() ? "; declared are " + Suggestions.list(declared) : Suggestions.didYouMean(nearest);
        return "the variable " + source.quoted(name) + " is not declared" + wayOut;
    }

    /** {@return whether {@code name} already means a number} */
    boolean knows(Token name) {
        return Names.isConstant(name.text())
                || declared.contains(name.text())
                || firstUses.containsKey(name.text())
                || defined.contains(name.text());
    }

    /** {@return the variables in the order of declaration, else in natural order} */
    List<String> variables() {
        if (closed) {
            return List.copyOf(declared);
        }
        List<String> names = new ArrayList<>(firstUses.keySet());
        names.sort(new NaturalOrder());
        return names;
    }

    /** {@return the name of a single expression that has none: y, or the next that is not a variable} */
    String freeName() {
        Stream<String> numbered = Stream.iterate(1, n -> n + 1).map(n -> "f" + n);
        return Stream.concat(Stream.of("y", "f", "g", "h"), numbered)
                .filter(name -> !firstUses.containsKey(name))
                .findFirst()
                .orElseThrow();
    }
}
