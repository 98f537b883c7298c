package backstep.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

/**
 * {@code backstep}: hands the call to its command; alone, it serves. The exit status is 0 where the work is done, 1 where it
 * failed, 2 where the call was wrong.
 */
@Command(
        name = "backstep",
        description = "Step through every number that backpropagation and automatic differentiation touch.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {Serve.class, AutodiffCommand.class, NetworkCommand.class, TrainCommand.class, Rehearse.class},
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = ProgramVersion.class)
public final class Main {

    private Main() {}

    /** Runs the command and leaves with its status. */
    public static void main(String[] arguments) {
        CommandLine main = commandLine().setOut(utf8(System.out)).setErr(utf8(System.err));
        int status = main.execute(arguments.length == 0 ? new String[] {"serve"} : arguments);
        System.exit(status);
    }

    /** Writes v̄₀ as it is in terminals of any locale. */
    private static PrintWriter utf8(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    /** What was not written was not done, whatever the command says. */
    private static int executed(ParseResult call) {
        int status = new CommandLine.RunLast().execute(call);
        CommandLine command = call.commandSpec().commandLine();
        return status == CommandLine.ExitCode.OK && command.getOut().checkError()
                ? Failures.unwritten(command)
                : status;
    }

    static CommandLine commandLine() {
        CommandLine main = new CommandLine(new Main());
        main.getCommandSpec()
                .usageMessage()
                .footer(
                        "  test    Run all the tests, browser tests included; with --gpu those for a GPU.",
                        "  bench   Measure the speed of what the name given matches, or of a GPU.",
                        "  build   Build, and with --gpu get what reaches an NVIDIA GPU.",
                        "  bundle  Make an archive that runs on machines without Java.",
                        "",
                        "Without a command it serves. Each command has --help.");
        AutodiffCommand.letExpressionsBeginWithMinus(
                Objects.requireNonNull(main.getSubcommands().get("autodiff")));
        return main.setParameterExceptionHandler(Failures::wrongCall)
                .setExecutionExceptionHandler(Failures::failed)
                .setExecutionStrategy(Main::executed);
    }
}
