package backstep.expression;

import backstep.expression.Expression.Reference;
import backstep.expression.Expression.Variable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One or more definitions over the same variables, such as {@code f1 = x1*x2; f2 = sin(f1)}. Every definition is an output.
 *
 * @param variables the inputs, in the order of v₁₋ₙ … v₀: as declared in {@code f(x2, x1) = …}, else in the natural order of
 *     their names (x2 before x10)
 * @param definitions at least one, with names of their own; each may use those before it
 */
public record Program(List<String> variables, List<Definition> definitions) {

    /**
     * @throws IllegalArgumentException where there is no definition, a name stands twice, or a definition uses a name that
     *     is neither a variable nor defined before it
     */
    public Program {
        variables = List.copyOf(variables);
        definitions = List.copyOf(definitions);
        if (definitions.isEmpty()) {
            throw new IllegalArgumentException("a program needs at least one definition");
        }
        requireNames(variables, definitions);
    }

    private static void requireNames(List<String> variables, List<Definition> definitions) {
        Set<String> taken = new HashSet<>();
        variables.forEach(name -> take(name, taken));
        Set<String> inputs = Set.copyOf(taken);
        Set<String> defined = new HashSet<>();
        for (Definition definition : definitions) {
            requireKnown(definition, inputs, defined);
            take(definition.name(), taken);
            defined.add(definition.name());
        }
    }

    private static void take(String name, Set<String> taken) {
        Names.requireFree(name);
        if (!taken.add(name)) {
            throw new IllegalArgumentException("the name " + name + " stands for two things; it may stand for one");
        }
    }

    private static void requireKnown(Definition definition, Set<String> inputs, Set<String> defined) {
        for (Expression node : TreeWalk.operandsFirst(definition.body())) {
            if (node instanceof Variable(String name) && !inputs.contains(name)) {
                throw new IllegalArgumentException(definition.name() + ": " + name + " is not among the variables");
            }
            if (node instanceof Reference(String name) && !defined.contains(name)) {
                throw new IllegalArgumentException(definition.name() + ": " + name + " is not defined before it");
            }
        }
    }

    /** {@return whether the variables are those used, in natural order, so that they need no declaration} */
    boolean impliesVariables() {
        Set<String> used = new HashSet<>();
        for (Definition definition : definitions) {
            for (Expression node : TreeWalk.operandsFirst(definition.body())) {
                if (node instanceof Variable(String name)) {
                    used.add(name);
                }
            }
        }
        return variables.equals(used.stream().sorted(new NaturalOrder()).toList());
    }
}
