package backstep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import backstep.server.TrainAnswer;
import backstep.server.UnattendedRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainCommandTest {

    private static final String SMALL = """
            {"network": {"inputs": 1, "layers": [{"type": "dense", "units": 1, "activation": "linear"}],
              "loss": "squared-error"}, "theta": [[[0, 0]]], "data": {"x": [[1], [2]], "y": [[2], [4]]},
             "training": {"optimizer": {"learningRate": RATE}, "batchSize": 1, "epochs": 2, "shuffle": false}}""";

    @TempDir
    private Path folder;

    private Call train(String rate, String... options) throws IOException {
        Path file = Files.writeString(folder.resolve("experiment.json"), SMALL.replace("RATE", rate));
        List<String> words = new java.util.ArrayList<>(List.of("train", file.toString()));
        words.addAll(List.of(options));
        return Call.of(words.toArray(String[]::new));
    }

    @Test
    void theSpiralIsLearnt() {
        Call call =
                Call.of("train", Path.of("docs", "experiments", "spiral.json").toString());
        assertEquals(0, call.status(), call.err());
        assertTrue(call.outLines().getFirst().startsWith("epoch 0 of 300: loss 0."), call.out());
        assertTrue(
                call.out().contains("2–16–16–1 network, 337 weights, 210 examples and 90 to test, on ejml"),
                call.out());
        assertTrue(call.out().contains("done after 300 epochs, 2,100 updates, in "), call.out());
        assertTrue(call.outLines().getLast().contains("test 9")
                || call.outLines().getLast().contains("test 100"));
    }

    @Test
    void everyUpdateOfARunByHandIsInItsHistory() throws IOException {
        Call call = train("0.1", "--iterations");
        assertEquals(0, call.status(), call.err());
        // Θ ← Θ − 0.1 · 2 (ŷ − y) [1, x]: from (0, 0) to (0.4, 0.4), then with x = 2, ŷ = 1.2 on to (0.96, 1.52).
        String out = call.out();
        assertTrue(out.contains("{\"iteration\":0,\"epoch\":0,\"theta\":[[[0.0,0.0]]],\"batch\":[]"), out);
        assertTrue(out.contains("{\"iteration\":1,\"epoch\":0,\"theta\":[[[0.4,0.4]]],\"batch\":[0]"), out);
        assertTrue(out.contains("\"learningRate\":0.1,\"cost\":4.0"), out);
        assertTrue(out.contains("{\"iteration\":2,\"epoch\":1,\"theta\":[[[0.96"), out);
        assertTrue(out.contains("\"iteration\":4,"), out);
    }

    @Test
    void theHistoryIsOneLineOfJson() throws IOException {
        Call call = train("0.1", "--json");
        assertEquals(1, call.outLines().size());
        assertTrue(call.out().startsWith("{\"state\":\"done\",\"epoch\":2,\"iteration\":4,"), call.out());
    }

    @Test
    void aRunThatDivergesFailsWithItsReasonAndItsHistory() throws IOException {
        Call call = train("1e200", "--json");
        assertEquals(1, call.status());
        assertEquals(1, call.err().lines().count(), call.err());
        assertTrue(call.err().startsWith("The run diverged at update "), call.err());
        assertTrue(call.out().startsWith("{\"state\":\"diverged\""), call.out());
    }

    @Test
    void aDocumentThatCannotBeIsToldWhy() throws IOException {
        Call call = train("-1");
        assertEquals(2, call.status());
        assertEquals(
                "/training/optimizer/learningRate: must be 0 or a positive number, was -1.0",
                call.err().strip());
        assertEquals(2, Call.of("train", "nowhere.json").status());
    }

    @Test
    void aRunThatIsInterruptedSaysHowFarItCame() {
        String experiment = SMALL.replace("RATE", "0.1").replace("\"epochs\": 2", "\"epochs\": 1000000");
        UnattendedRun run = UnattendedRun.of(experiment.getBytes(StandardCharsets.UTF_8), false);
        run.go(progress -> {
            if (progress.iteration() > 0) {
                run.stop();
            }
        });
        TrainAnswer answer = run.answer();
        assertEquals("paused", answer.state());
        assertTrue(answer.iteration() > 0 && answer.epoch() < 1_000_000, answer.toString());
        assertTrue(
                TrainText.failure(answer).matches("The run was interrupted after [0-9,]+ of 1,000,000 epochs\\."),
                TrainText.failure(answer));
    }

    @Test
    void aBarGrowsInOneLine() {
        StringWriter terminal = new StringWriter();
        TrainProgress.Bar bar = new TrainProgress.Bar(new PrintWriter(terminal));
        UnattendedRun run = UnattendedRun.of(SMALL.replace("RATE", "0.1").getBytes(StandardCharsets.UTF_8), false);
        run.go(bar);
        bar.end();
        String last = terminal.toString().substring(terminal.toString().lastIndexOf('\r'));
        assertTrue(last.startsWith("\r\033[2K\033[?7l[" + "█".repeat(30) + "] epoch 2 of 2, 0 s left: loss "), last);
        assertTrue(last.stripTrailing().endsWith("\033[?7h"), last);
    }
}
