package backstep.server;

import backstep.autodiff.AdjointTrace;
import backstep.autodiff.PrimalTrace;
import backstep.autodiff.WengertList;
import backstep.expression.ExpressionParser;
import backstep.expression.Program;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A program and the point at which a request asks about it, evaluated and differentiated.
 *
 * @param program what was parsed
 * @param adjoints the reverse trace of the chosen output, with the primal trace that it went back over
 */
record ExpressionAt(Program program, AdjointTrace adjoints) {

    /**
     * {@return the program of {@code expression} at the point {@code at}}
     *
     * @param output which output, from 0; the first where it is null
     * @throws backstep.expression.ExpressionException where the text is no expression
     * @throws InvalidRequest where the point does not fit the program, or there is no such output
     */
    static ExpressionAt of(String expression, @Nullable Map<String, Double> at, @Nullable Integer output) {
        Program program = ExpressionParser.parse(expression);
        double[] x = point(program.variables(), at == null ? Map.of() : at);
        int chosen = output(program, output == null ? 0 : output);
        PrimalTrace primal = PrimalTrace.of(WengertList.of(program), x);
        return new ExpressionAt(program, AdjointTrace.of(primal, chosen));
    }

    private static double[] point(List<String> variables, Map<String, Double> at) {
        for (String name : at.keySet()) {
            require(variables.contains(name), "/at/" + name, "the expression has no " + name + "; " + known(variables));
        }
        return variables.stream().mapToDouble(name -> coordinate(name, at)).toArray();
    }

    private static double coordinate(String name, Map<String, Double> at) {
        String pointer = "/at/" + name;
        Double value = at.get(name);
        if (value == null) {
            throw new InvalidRequest(
                    pointer, pointer + ": " + name + " has no value; give it one, such as \"" + name + "\": 1");
        }
        require(Double.isFinite(value), pointer, "must be a finite number, was " + value);
        return value;
    }

    private static int output(Program program, int output) {
        int most = program.definitions().size() - 1;
        require(
                output >= 0 && output <= most,
                "/output",
                "must be 0" + (most > 0 ? " to " + most : "") + ", was " + output);
        return output;
    }

    private static String known(List<String> variables) {
        return variables.isEmpty() ? "it has no variables" : "its variables are " + String.join(", ", variables);
    }

    private static void require(boolean claim, String pointer, String detail) {
        if (!claim) {
            throw new InvalidRequest(pointer, pointer + ": " + detail);
        }
    }

    PrimalTrace primal() {
        return adjoints.primal();
    }

    WengertList list() {
        return primal().list();
    }
}
