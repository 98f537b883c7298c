package backstep.cli;

import backstep.expression.ExpressionParser;
import backstep.server.Autodiff;
import backstep.server.InvalidRequest;
import backstep.server.Json;
import backstep.server.NotationRequest;
import backstep.server.TraceAnswer;
import backstep.server.TraceRequest;
import backstep.story.Notation;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code autodiff}: both traces of an expression, as tables or as JSON. */
@Command(
        name = "autodiff",
        description = "Differentiate an expression and show both traces.",
        footer = {
            "",
            "Example: backstep autodiff 'ln(x1) + x1*x2 - sin(x2)' --at x1=2,x2=5",
            "An expression that looks like an option, such as -h, goes last, behind --."
        })
final class AutodiffCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "EXPRESSION",
            description = "What to differentiate. Several outputs: 'f1 = x1*x2; f2 = x1 - x2'.")
    private String expression = "";

    @Option(
            names = "--at",
            paramLabel = "NAME=NUMBER,...",
            description = "The value of each variable, such as x1=2,x2=5.")
    private List<String> at = List.of();

    @Option(
            names = "--output",
            paramLabel = "N",
            defaultValue = "0",
            description = "Differentiate output N, counted from 0 (default: ${DEFAULT-VALUE}).")
    private int output;

    @Option(names = "--forward", description = "Show a forward tangent trace too.")
    private boolean forward;

    @Option(
            names = "--seed",
            paramLabel = "NAME",
            description = "The variable that --forward differentiates by (default: the first).")
    private @Nullable String seed;

    @Option(
            names = "--decimals",
            paramLabel = "N",
            defaultValue = "3",
            description = "Write numbers with 2 to 6 decimals (default: ${DEFAULT-VALUE}).")
    private int decimals;

    @Option(names = "--json", description = "Print what the API's /api/autodiff/trace answers.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    /** Takes -x1 + x2 for an expression, since there is no such option. */
    static void letExpressionsBeginWithMinus(CommandLine command) {
        command.setUnmatchedOptionsArePositionalParams(true).setPosixClusteredShortOptionsAllowed(false);
    }

    @Override
    public Integer call() {
        TraceAnswer answer = answer();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.write(answer));
        } else {
            TraceText.of(answer, notation()).forEach(out::println);
        }
        out.flush();
        return 0;
    }

    private TraceAnswer answer() {
        List<String> variables = ExpressionParser.parse(expression).variables();
        Map<String, Double> point = Coordinates.of(at);
        requireValues(variables, point);
        try {
            return Autodiff.trace(new TraceRequest(
                    expression, point, output, new NotationRequest(decimals, null, null, null), tangents(variables)));
        } catch (InvalidRequest e) {
            throw new WrongCall(
                    option(e.pointer()) + e.detail().substring(e.pointer().length()));
        }
    }

    private static void requireValues(List<String> variables, Map<String, Double> point) {
        List<String> missing =
                variables.stream().filter(name -> !point.containsKey(name)).toList();
        if (!missing.isEmpty()) {
            String example = missing.stream().map(name -> name + "=1").collect(Collectors.joining(","));
            throw new WrongCall(
                    "--at: no value for " + String.join(", ", missing) + "; give one, as in --at " + example);
        }
    }

    /** {@return the inputs whose tangent traces are wanted; as in the API, JSON has all unless one is chosen} */
    private @Nullable List<String> tangents(List<String> variables) {
        if (!forward && seed != null) {
            throw new WrongCall("--seed: only --forward has a seed; add --forward, or leave out --seed");
        }
        if (!forward) {
            return json ? null : List.of();
        }
        if (variables.isEmpty()) {
            throw new WrongCall("--forward: the expression has no variable to differentiate by");
        }
        return List.of(seed == null ? variables.getFirst() : seed);
    }

    private Notation notation() {
        Notation standard = Notation.STANDARD;
        return new Notation(decimals, standard.decimalMark(), standard.adjoint(), standard.marks());
    }

    /** {@return the option that a field of the API's request comes from} */
    private static String option(String pointer) {
        String[] fields = pointer.split("/");
        return switch (fields[1]) {
            case "at" -> "--at " + fields[2];
            case "tangents" -> "--seed";
            case "notation" -> "--decimals";
            default -> "--" + fields[1];
        };
    }
}
