package backstep.expression;

import java.util.stream.Collectors;

/** LaTeX of names, trees and programs, for mathematics mode; KaTeX and amsmath both know every command used. */
public final class Latex {

    private Latex() {}

    /** {@return the LaTeX of a name: {@code x_{1}} for x1, {@code \theta_{1}} for theta1, {@code \mathrm{loss}} for loss} */
    public static String name(String name) {
        return LatexName.of(name);
    }

    /** {@return such as {@code \ln x_{1} + x_{1} x_{2} - \sin x_{2}}} */
    public static String of(Expression expression) {
        return Unfolding.write(LatexFormula.pieces(expression));
    }

    /** {@return such as {@code y = \ln x_{1}}} */
    public static String of(Definition definition) {
        return name(definition.name()) + " = " + of(definition.body());
    }

    /** {@return the definition, or several below each other; the first one names the variables where they were declared} */
    public static String of(Program program) {
        if (program.definitions().size() == 1) {
            return left(program, program.definitions().getFirst()) + " = "
                    + of(program.definitions().getFirst().body());
        }
        return program.definitions().stream()
                .map(definition -> left(program, definition) + " &= " + of(definition.body()))
                .collect(Collectors.joining(" \\\\ ", "\\begin{aligned} ", " \\end{aligned}"));
    }

    private static String left(Program program, Definition definition) {
        boolean declares = definition == program.definitions().getFirst() && !program.impliesVariables();
        return name(definition.name()) + (declares ? variables(program) : "");
    }

    private static String variables(Program program) {
        return program.variables().stream().map(Latex::name).collect(Collectors.joining(", ", "\\left(", "\\right)"));
    }
}
