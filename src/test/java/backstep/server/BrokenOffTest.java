package backstep.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.javalin.Javalin;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A reader who goes away in the midst of an answer has done nothing wrong, and nothing failed: the log stays quiet. */
class BrokenOffTest {

    /** Its trace is far longer than what a connection holds on the way. */
    private static final int UNITS = 400;

    private final TrainingRuns runs = TrainingRuns.ofThisMachine();
    private final CountDownLatch over = new CountDownLatch(1);
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final Javalin javalin = Javalin.create(config -> {
        Server.configure(config, ServerOptions.onAnyPort(), runs);
        config.jetty.modifyServer(server -> server.setRequestLog((_, _) -> over.countDown()));
    });

    @BeforeEach
    void start() {
        javalin.start();
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void stop() {
        System.setErr(err);
        javalin.stop();
        runs.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "identity"})
    void anAnswerThatIsBrokenOffIsNotLogged(String encoding) throws Exception {
        breakOff("POST /api/network/trace", encoding, trace());
        assertTrue(over.await(30, TimeUnit.SECONDS), "the request is still answered");
        assertEquals("", log.toString(StandardCharsets.UTF_8));
    }

    /** Asks, waits until the answer begins, and resets the connection. */
    private void breakOff(String request, String encoding, String body) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", javalin.port())) {
            String head =
                    request + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nAccept-Encoding: "
                            + encoding + "\r\nContent-Length: " + body.length() + "\r\n\r\n";
            socket.getOutputStream().write((head + body).getBytes(StandardCharsets.US_ASCII));
            assertEquals('H', socket.getInputStream().read());
            socket.setSoLinger(true, 0);
        }
    }

    private static String trace() {
        String ones = "[" + String.join(",", Collections.nCopies(UNITS, "0.5")) + "]";
        String layer = "{\"type\":\"dense\",\"units\":" + UNITS + ",\"activation\":\"tanh\"}";
        return "{\"network\":{\"inputs\":" + UNITS + ",\"layers\":[" + layer + "," + layer
                + "],\"loss\":\"squared-error\"},\"theta\":{\"init\":\"xavier-uniform\",\"seed\":1},\"data\":{\"x\":["
                + ones + "],\"y\":[" + ones + "]}}";
    }
}
