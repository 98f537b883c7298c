package backstep.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Serves itself what a first visitor asks for, so that whoever watches knows what that takes. */
public final class Rehearsal {

    private static final List<String> VISIT = List.of(
            "/",
            "/autodiff",
            "/network",
            "/web/js/lib/format.js",
            "/lib/katex/katex.mjs",
            "/api/training/datasets",
            "/health",
            "/nowhere");

    private static final String LECTURE = """
            {"expression": "ln(x1) + x1*x2 - sin(x2)", "at": {"x1": 2, "x2": 5}}""";

    private Rehearsal() {}

    private static final String TRAINING = """
            {"network": {"inputs": 2, "layers": [{"type": "dense", "units": 1, "activation": "sigmoid"}],
              "loss": "binary-cross-entropy"},
             "data": {"dataset": "gauss", "count": 20}, "training": {"epochs": 1}}""";

    /**
     * Starts a server, visits it, and closes it.
     *
     * @throws IOException where it does not answer
     */
    public static void perform() throws IOException {
        String network = Json.write(NetworkGallery.ENTRIES.getFirst().experiment());
        try (Server server = Server.start(ServerOptions.onAnyPort())) {
            for (String path : VISIT) {
                get(server.url().resolve(path));
            }
            post(server.url().resolve("/api/training/runs"), TRAINING);
            for (String path : List.of("trace", "steps")) {
                post(server.url().resolve("/api/autodiff/" + path), LECTURE);
                post(server.url().resolve("/api/network/" + path), network);
            }
        }
    }

    private static void get(URI address) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        connection.setRequestProperty("Accept", "text/html, */*");
        connection.setRequestProperty("Accept-Encoding", "gzip");
        finish(connection);
    }

    private static void post(URI address, String json) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        connection.setRequestProperty("Content-Type", "application/json");
        connection.setDoOutput(true);
        try (OutputStream body = connection.getOutputStream()) {
            body.write(json.getBytes(StandardCharsets.UTF_8));
        }
        finish(connection);
    }

    /** Reads the answer, whatever it is: a rehearsal does not judge. */
    private static void finish(HttpURLConnection connection) throws IOException {
        boolean refused = connection.getResponseCode() >= 400;
        try (InputStream answer = refused ? connection.getErrorStream() : connection.getInputStream()) {
            if (answer != null) {
                answer.readAllBytes();
            }
        }
    }
}
