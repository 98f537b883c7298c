package backstep.cli;

import backstep.expression.ExpressionException;
import backstep.network.InvalidNetwork;
import backstep.server.InvalidRequest;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** What a command that cannot go on says on stderr, and the status that it leaves. */
final class Failures {

    private Failures() {}

    /** The call was wrong: what is wrong with it, and where to read how it is done. */
    static int wrongCall(ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        command.getErr().println(isUnknownCommand(e) ? unknownCommand(arguments[0], command) : firstLine(e));
        command.getErr().println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
        return CommandLine.ExitCode.USAGE;
    }

    private static boolean isUnknownCommand(ParameterException e) {
        CommandLine command = e.getCommandLine();
        return e instanceof UnmatchedArgumentException unmatched
                && !unmatched.isUnknownOption()
                && command.getParent() == null;
    }

    private static String unknownCommand(String name, CommandLine main) {
        Stream<String> own = main.getSubcommands().entrySet().stream()
                .filter(command ->
                        !command.getValue().getCommandSpec().usageMessage().hidden())
                .map(Map.Entry::getKey);
        return name + ": there is no such command; there are "
                + Stream.concat(own, Stream.of("test", "bench")).collect(Collectors.joining(", "));
    }

    /** The work failed, or could not begin: the reason, in one line. */
    static int failed(Exception e, CommandLine command, ParseResult call) {
        command.getErr().println(firstLine(e));
        return switch (e) {
            case WrongCall _, ExpressionException _, InvalidNetwork _, InvalidRequest _ -> CommandLine.ExitCode.USAGE;
            default -> CommandLine.ExitCode.SOFTWARE;
        };
    }

    /** The work was done, but nobody can read all of it. */
    static int unwritten(CommandLine command) {
        command.getErr()
                .println("The output could not be written to its end: the disk is full, or nobody reads it any more.");
        return CommandLine.ExitCode.SOFTWARE;
    }

    private static String firstLine(Exception e) {
        String said = e instanceof InvalidRequest request ? request.detail() : e.getMessage();
        String message = said == null ? e.toString() : said;
        return message.lines().findFirst().orElse(message);
    }
}
