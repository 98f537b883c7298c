package backstep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import backstep.server.Autodiff;
import backstep.server.Backpropagation;
import backstep.server.ExperimentRequest;
import backstep.server.Json;
import backstep.server.NetworkQuestions;
import backstep.server.TraceRequest;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The commands that README.md shows do what it says. */
class ReadmeTest {

    private static final Pattern COMMAND = Pattern.compile("^\\./backstep ?(.*)$", Pattern.MULTILINE);
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");
    private static final Pattern EXPERIMENT = Pattern.compile("```json\\R(.*?)```", Pattern.DOTALL);
    private static final Pattern BODY = Pattern.compile("-d '(\\{.*})'");

    /** What the launcher does itself. */
    private static final List<String> LAUNCHER = List.of("test", "bench", "build", "bundle");

    @Test
    void everyCommandIsOne() throws IOException {
        for (Path document : List.of(Path.of("README.md"), Path.of("CONTRIBUTING.md"))) {
            List<String> commands = commands(document);
            assertFalse(commands.isEmpty(), document.toString());
            for (String command : commands) {
                String[] words = words(command);
                if (words.length > 0 && !LAUNCHER.contains(words[0])) {
                    Main.commandLine().parseArgs(words);
                }
            }
        }
    }

    @Test
    void theTracesOfTheExampleArePrinted() throws IOException {
        String command = commands(Path.of("README.md")).stream()
                .filter(line -> line.startsWith("autodiff"))
                .findFirst()
                .orElseThrow();
        StringWriter out = new StringWriter();
        CommandLine commandLine = Main.commandLine().setOut(new PrintWriter(out, true));
        assertEquals(0, commandLine.execute(words(command)));
        assertTrue(out.toString().contains("11.652"), out.toString());
        assertTrue(out.toString().contains("1.716"), out.toString());
    }

    @Test
    void theNumbersOfTheNetworkArePrinted() throws IOException {
        String command = commands(Path.of("README.md")).stream()
                .filter(line -> line.startsWith("network"))
                .findFirst()
                .orElseThrow();
        Call call = Call.of(words(command));
        assertEquals(0, call.status(), call.err());
        assertTrue(call.cells("Example 1", "δ").contains("0.101"), call.out());
    }

    @Test
    void theExperimentOfTheNotationIsOne() throws IOException {
        Matcher experiment = EXPERIMENT.matcher(Files.readString(Path.of("docs", "notation.md")));
        assertTrue(experiment.find());
        byte[] text = experiment.group(1).getBytes(StandardCharsets.UTF_8);
        var request = ExperimentRequest.read(text, NetworkQuestions.Trace.class);
        assertEquals(4, Backpropagation.trace(request).pass().n());
    }

    @Test
    void theRequestOfTheExampleIsAnswered() throws IOException {
        Matcher body = BODY.matcher(Files.readString(Path.of("README.md")));
        assertTrue(body.find());
        TraceRequest request = Json.read(body.group(1).getBytes(StandardCharsets.UTF_8), TraceRequest.class);
        assertEquals(5.5, Autodiff.trace(request).gradient().get("x1"));
    }

    private static List<String> commands(Path document) throws IOException {
        return COMMAND.matcher(Files.readString(document))
                .results()
                .map(match -> match.group(1).strip())
                .toList();
    }

    private static String[] words(String command) {
        return WORD.matcher(command).results().map(ReadmeTest::word).toArray(String[]::new);
    }

    private static String word(MatchResult match) {
        return match.group(1) == null ? match.group(2) : match.group(1);
    }
}
