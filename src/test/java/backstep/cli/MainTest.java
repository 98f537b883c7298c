package backstep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import backstep.server.Server;
import backstep.server.ServerOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class MainTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "serve --port 80x    | Invalid value for option '--port': '80x' is not an int",
                "serve --port 65536  | serve: port: must be 0 to 65535, was 65536",
                "serve --prot 80     | Unknown options: '--prot', '80'",
                "serve more          | Unmatched argument at index 1: 'more'",
                "frobnicate          | frobnicate: there is no such command; there are serve, autodiff, network, train, test, bench",
            })
    void wrongCallIsSaidInTwoLinesAndLeaves2(String call, String message) {
        assertEquals(2, run(call.split(" ")));
        assertEquals(message, err.toString().lines().findFirst().orElse(""));
        assertEquals(2, err.toString().lines().count());
        assertEquals("", out.toString());
    }

    @Test
    void takenPortIsOneLineAndLeaves1() {
        try (Server server = Server.start(ServerOptions.onAnyPort())) {
            assertEquals(1, run("serve", "--port", "" + server.url().getPort()));
            assertEquals(1, err.toString().lines().count());
            assertTrue(err.toString().startsWith("Port " + server.url().getPort() + " is taken"), err.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "serve --help"})
    void helpSaysHowItIsCalledAndLeaves0(String call) {
        assertEquals(0, run(call.split(" ")));
        assertTrue(out.toString().startsWith("Usage: backstep"), out.toString());
        assertEquals("", err.toString());
    }

    @Test
    void everyCommandHasADescriptionAndHelp() {
        Main.commandLine().getSubcommands().forEach((name, command) -> {
            assertTrue(command.getCommandSpec().usageMessage().description().length > 0, name);
            assertTrue(command.getCommandSpec().findOption("--help") != null, name);
        });
    }

    @Test
    void outputThatCannotBeWrittenIsAFailure() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        CommandLine main = Main.commandLine().setOut(new PrintWriter(full)).setErr(new PrintWriter(err));
        assertEquals(1, main.execute("autodiff", "x1*x2", "--at", "x1=2,x2=3"));
        assertEquals(
                "The output could not be written to its end: the disk is full, or nobody reads it any more.",
                err.toString().strip());
    }

    @Test
    void rehearsalEnds() {
        assertEquals(0, run("rehearse"));
        assertEquals("", out.toString() + err);
    }

    private int run(String... call) {
        CommandLine main = Main.commandLine();
        return main.setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(call);
    }
}
