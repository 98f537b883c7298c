package backstep.cli;

import backstep.server.Json;
import backstep.server.TrainAnswer;
import backstep.server.UnattendedRun;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code train}: a whole training run, with its progress, its end or its history. */
@Command(
        name = "train",
        description = "Train a network on the examples of an experiment, from start to end.",
        footer = {
            "",
            "Ctrl-C ends a run early; what it came to is printed all the same.",
            "Example: backstep train docs/experiments/spiral.json"
        })
final class TrainCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "An experiment document; - reads it from the standard input.")
    private String file = "";

    @Option(names = "--json", description = "Print the history of the run as JSON.")
    private boolean json;

    @Option(names = "--iterations", description = "Print it with the weights after every update; JSON as well.")
    private boolean iterations;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (UnattendedRun run = UnattendedRun.of(read(), iterations)) {
            tellFallBack(run);
            try (Interruption _ = new Interruption(run::stop)) {
                return train(run, out);
            }
        }
    }

    private int train(UnattendedRun run, PrintWriter out) {
        TrainProgress progress = progress(out);
        run.go(progress);
        TrainAnswer answer = run.answer();
        progress.end();
        if (isJson()) {
            out.println(Json.write(answer));
        } else {
            TrainText.summary(answer).forEach(out::println);
        }
        out.flush();
        return leave(answer);
    }

    private void tellFallBack(UnattendedRun run) {
        TrainText.fallBack(run.engine()).ifPresent(spec.commandLine().getErr()::println);
    }

    private boolean isJson() {
        return json || iterations;
    }

    /** A bar on a terminal; else lines, unless they would stand in the way of the JSON. */
    private TrainProgress progress(PrintWriter out) {
        if (isTerminal()) {
            return new TrainProgress.Bar(spec.commandLine().getErr());
        }
        return isJson() ? new TrainProgress.None() : new TrainProgress.Lines(out);
    }

    private static boolean isTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    /** A run that came to no good end is a failure, whatever was printed. */
    private int leave(TrainAnswer answer) {
        if (answer.state().equals("done")) {
            return 0;
        }
        spec.commandLine().getErr().println(TrainText.failure(answer));
        return 1;
    }

    private byte[] read() {
        try (InputStream text = file.equals("-") ? System.in : Files.newInputStream(Path.of(file))) {
            return text.readAllBytes();
        } catch (IOException | InvalidPathException e) {
            throw new WrongCall("FILE: cannot read " + file + "; give the path of an experiment document, or -");
        }
    }
}
