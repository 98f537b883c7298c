package backstep.expression;

import java.util.List;

/**
 * One or more definitions over the same variables, such as {@code f1 = x1*x2; f2 = sin(f1)}. Every definition is an output.
 *
 * @param variables the inputs, in the order of v₁₋ₙ … v₀: as declared in {@code f(x2, x1) = …}, else in the natural order of
 *     their names (x2 before x10)
 * @param definitions at least one, with names of their own; each may use those before it
 */
public record Program(List<String> variables, List<Definition> definitions) {

    public Program {
        variables = List.copyOf(variables);
        definitions = List.copyOf(definitions);
    }
}
