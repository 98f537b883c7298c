package backstep.cli;

import backstep.cli.TextTable.Alignment;
import backstep.cli.TextTable.Column;
import backstep.server.Backpropagation;
import backstep.server.ExperimentRequest;
import backstep.server.Json;
import backstep.server.NetworkQuestions;
import backstep.server.NetworkStepsAnswer;
import backstep.server.NetworkStepsAnswer.NetworkStepAnswer;
import backstep.story.Grain;
import backstep.story.Notation;
import backstep.story.UnicodeFormula;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code network}: every z, a, δ, Δ and D of an experiment, as tables, as steps or as JSON. */
@Command(
        name = "network",
        description = "Pass the examples of an experiment forward and backward, and show every number.",
        footer = {"", "Example: backstep network docs/experiments/textbook.json --steps --grain layer"})
final class NetworkCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "An experiment document; - reads it from the standard input.")
    private String file = "";

    @Option(names = "--steps", description = "Show the pass step by step.")
    private boolean steps;

    @Option(
            names = "--grain",
            paramLabel = "GRAIN",
            defaultValue = "unit",
            description = "How much a step is: layer, unit or term (default: ${DEFAULT-VALUE}).")
    private String grain = "";

    @Option(
            names = "--examples",
            paramLabel = "N",
            defaultValue = "10",
            description = "List z, a and δ of the first N examples (default: ${DEFAULT-VALUE}).")
    private int examples;

    @Option(
            names = "--decimals",
            paramLabel = "N",
            defaultValue = "3",
            description = "Write numbers with 2 to 6 decimals (default: ${DEFAULT-VALUE}).")
    private int decimals;

    @Option(
            names = "--json",
            description = "Print what the API answers: /api/network/trace, with --steps /api/network/steps.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (decimals < 2 || decimals > 6) {
            throw new WrongCall("--decimals: must be 2 to 6, was " + decimals);
        }
        Grain chosen = grain();
        if (examples < 0) {
            throw new WrongCall("--examples: must be 0 or more, was " + examples);
        }
        byte[] document = read();
        PrintWriter out = spec.commandLine().getOut();
        if (steps) {
            printSteps(document, chosen, out);
        } else {
            printTrace(document, out);
        }
        out.flush();
        return 0;
    }

    private Grain grain() {
        return Stream.of(Grain.values())
                .filter(one -> one.spelling().equals(grain))
                .findFirst()
                .orElseThrow(() -> new WrongCall("--grain: must be layer, unit or term, was \"" + grain + "\""));
    }

    private void printTrace(byte[] document, PrintWriter out) {
        var answer = Backpropagation.trace(ExperimentRequest.read(document, NetworkQuestions.Trace.class));
        if (json) {
            out.println(Json.write(answer));
        } else {
            NetworkText.of(answer, notation(), examples).forEach(out::println);
        }
    }

    private void printSteps(byte[] text, Grain chosen, PrintWriter out) {
        var document =
                ExperimentRequest.read(text, NetworkQuestions.Nothing.class).document();
        NetworkStepsAnswer answer = Backpropagation.allSteps(document, chosen, notation());
        if (json) {
            out.println(Json.write(answer));
        } else {
            table(answer.steps()).forEach(out::println);
        }
    }

    private static List<String> table(List<NetworkStepAnswer> steps) {
        TextTable table = new TextTable(
                new Column("step", Alignment.RIGHT),
                new Column("phase", Alignment.LEFT),
                new Column("quantity", Alignment.LEFT),
                new Column("formula", Alignment.LEFT),
                new Column("numbers", Alignment.LEFT));
        for (NetworkStepAnswer step : steps) {
            table.row(
                    Integer.toString(step.index() + 1),
                    step.phase(),
                    step.quantity(),
                    UnicodeFormula.of(step.formula()),
                    UnicodeFormula.of(step.substituted()));
        }
        return table.lines();
    }

    private byte[] read() {
        try (InputStream text = file.equals("-") ? System.in : Files.newInputStream(Path.of(file))) {
            return text.readAllBytes();
        } catch (IOException | InvalidPathException e) {
            throw new WrongCall("FILE: cannot read " + file + "; give the path of an experiment document, or -");
        }
    }

    private Notation notation() {
        Notation standard = Notation.STANDARD;
        return new Notation(decimals, standard.decimalMark(), standard.adjoint(), standard.marks());
    }
}
